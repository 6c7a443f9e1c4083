package io.keeling.desk.articles.export;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends a table of counts as a CSV file. */
public final class CsvAnswer {

  private CsvAnswer() {}

  /**
   * Sends a table.
   *
   * @param name of the file, without its extension
   * @param rows rows with as many cells as the header; null is an empty cell
   */
  public static void send(
      Context context, String name, List<String> header, List<List<@Nullable Object>> rows) {
    context
        .contentType("text/csv; charset=utf-8")
        .header("Cache-Control", "no-store")
        .header("Content-Disposition", "attachment; filename=\"keeling-" + name + ".csv\"")
        .result(CsvFormat.table(header, rows).getBytes(StandardCharsets.UTF_8));
  }

  /** Rounds a share to six decimal places. */
  public static double share(double share) {
    return Math.round(share * 1_000_000) / 1_000_000.0;
  }
}
