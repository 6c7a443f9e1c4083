package io.keeling.desk.articles.export;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers with a table of counts as a file for spreadsheets. */
public final class CsvAnswer {

  private CsvAnswer() {}

  /**
   * Sends a table.
   *
   * @param name of the file, without its ending
   * @param rows as many cells each as there are headings; null is an empty one
   */
  public static void send(
      Context context, String name, List<String> header, List<List<@Nullable Object>> rows) {
    context
        .contentType("text/csv; charset=utf-8")
        .header("Cache-Control", "no-store")
        .header("Content-Disposition", "attachment; filename=\"keeling-" + name + ".csv\"")
        .result(CsvFormat.table(header, rows).getBytes(StandardCharsets.UTF_8));
  }

  /** A share rounded to a millionth. */
  public static double share(double share) {
    return Math.round(share * 1_000_000) / 1_000_000.0;
  }
}
