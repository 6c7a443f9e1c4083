package io.keeling.desk.collection;

import io.javalin.http.Context;
import io.keeling.desk.api.ExportApi;
import io.keeling.desk.collection.store.Collected;
import io.keeling.desk.collection.store.Collection;
import io.keeling.desk.collection.store.Collections;
import io.keeling.desk.export.Column;
import io.keeling.desk.export.Columns;
import io.keeling.desk.export.CsvFormat;
import io.keeling.desk.export.Format;
import io.keeling.desk.export.JsonLinesFormat;
import io.keeling.desk.export.ParquetFormat;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.Failure;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /api/collections/{id}/export/{format}}: the articles of a collection as a file, as any
 * query is exported, with the notes on them. Threads may share it.
 */
public final class CollectionExport {

  private static final String ARCHIVE = ".zip";

  private final Collections collections;
  private final ExportApi export;
  private final Columns columns;
  private final Answers answers;

  /**
   * @param baseUrl the public address of the desk, without a slash at its end
   */
  public CollectionExport(
      Collections collections, ExportApi export, String baseUrl, Answers answers) {
    this.collections = collections;
    this.export = export;
    this.columns = new Columns(baseUrl);
    this.answers = answers;
  }

  /** Answers with the file. */
  public void send(Context context) throws IOException {
    Optional<Collection> found = collections.find(context.pathParam("id"));
    if (found.isEmpty()) {
      answers.fail(context, CollectionAnswers.UNKNOWN);
      return;
    }
    Map<String, String> notes = new LinkedHashMap<>();
    for (Collected one : collections.articles(found.get().id(), 0, Collections.MOST_ARTICLES)) {
      notes.put(one.article().id(), one.noteText());
    }
    String asked = context.pathParam("format");
    boolean bundled = asked.endsWith(ARCHIVE);
    Optional<Format> format =
        format(bundled ? asked.substring(0, asked.length() - ARCHIVE.length()) : asked, notes);
    if (format.isEmpty()) {
      answers.fail(context, Failure.of(404, "address-unknown"));
      return;
    }
    export.send(
        context,
        format.get(),
        bundled,
        "collection=" + found.get().id(),
        List.copyOf(notes.keySet()));
  }

  private Optional<Format> format(String extension, Map<String, String> notes) {
    Column note =
        new Column(
            "note",
            Column.Type.TEXT,
            "what editors wrote on it in this collection",
            article -> notes.getOrDefault(article.article().id(), ""));
    return switch (extension) {
      case "csv" -> Optional.of(new CsvFormat(Columns.and(columns.table(), note)));
      case "jsonl" -> Optional.of(new JsonLinesFormat(List.of(note)));
      case "parquet" -> Optional.of(new ParquetFormat(Columns.and(columns.whole(), note)));
      default -> Optional.empty();
    };
  }
}
