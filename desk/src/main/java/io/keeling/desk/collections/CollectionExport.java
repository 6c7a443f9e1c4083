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
import io.keeling.desk.web.Failure;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /api/collections/{id}/export/{format}}: the articles of a collection and their notes
 * as a file. Threads may share it.
 */
public final class CollectionExport {

  private static final String ARCHIVE = ".zip";

  private final Collections collections;
  private final ExportApi export;
  private final Columns columns;

  public CollectionExport(Services services, Collections collections, ExportApi export) {
    this.collections = collections;
    this.export = export;
    this.columns = new Columns(services.baseUrl());
  }

  public void send(Context context) throws IOException {
    Collection one = collections.find(context.pathParam("id"));
    Map<String, String> notes = new LinkedHashMap<>();
    for (Collected each : collections.articles(one.id(), 0, Collections.MOST_ARTICLES)) {
      notes.put(each.article().id(), each.noteText());
    }
    String asked = context.pathParam("format");
    boolean bundled = asked.endsWith(ARCHIVE);
    Format format =
        format(bundled ? asked.substring(0, asked.length() - ARCHIVE.length()) : asked, notes);
    export.send(context, format, bundled, "collection=" + one.id(), List.copyOf(notes.keySet()));
  }

  private Format format(String extension, Map<String, String> notes) {
    Column note =
        new Column(
            "note",
            Column.Type.TEXT,
            "what editors wrote on it in this collection",
            article -> notes.getOrDefault(article.article().id(), ""));
    return switch (extension) {
      case "csv" -> new CsvFormat(Columns.and(columns.table(), note));
      case "jsonl" -> new JsonLinesFormat(List.of(note));
      case "parquet" -> new ParquetFormat(Columns.and(columns.whole(), note));
      default -> throw Failure.of(404, "address-unknown").exception();
    };
  }
}
