package io.keeling.desk.collections;

import io.javalin.http.Context;
import io.keeling.desk.articles.export.Column;
import io.keeling.desk.articles.export.Columns;
import io.keeling.desk.articles.export.CsvFormat;
import io.keeling.desk.articles.export.ExportApi;
import io.keeling.desk.articles.export.Format;
import io.keeling.desk.articles.export.JsonLinesFormat;
import io.keeling.desk.articles.export.ParquetFormat;
import io.keeling.desk.page.Services;
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

  public CollectionExport(Services services, Collections collections, ExportApi export) {
    this.collections = collections;
    this.export = export;
    this.columns = new Columns(services.baseUrl());
    this.answers = services.answers();
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
