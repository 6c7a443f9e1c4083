package io.keeling.feeds.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.keeling.contract.serde.Json;
import io.keeling.feeds.query.ArticleQuery;
import io.keeling.feeds.store.ExportStore;
import io.keeling.feeds.web.Answers;
import io.keeling.feeds.web.Failure;
import io.keeling.feeds.web.QueryHandler.QueryAction;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/**
 * {@code GET /api/export.csv} and {@code GET /api/export.jsonl}: every article of a query, newest
 * first, however many there are. Threads may share it.
 */
public final class ExportApi {

  private final ExportStore articles;
  private final Answers answers;
  private final Semaphore running;

  /**
   * @param most exports at a time: each holds a connection to the database all the while
   */
  public ExportApi(ExportStore articles, Answers answers, int most) {
    this.articles = articles;
    this.answers = answers;
    this.running = new Semaphore(most);
  }

  /** The export as a table. */
  public QueryAction csv() {
    return (context, query) ->
        send(context, query, "csv", "text/csv; charset=utf-8", Csv.HEADER, Csv::row);
  }

  /** The export as the contract's JSON, an article a line. */
  public QueryAction jsonl() {
    return (context, query) ->
        send(
            context,
            query,
            "jsonl",
            "application/jsonl; charset=utf-8",
            "",
            article -> Json.MAPPER.writeValueAsString(article) + "\n");
  }

  /** An article as text. */
  @FunctionalInterface
  private interface Format {
    String line(io.keeling.contract.enriched.EnrichedArticle article) throws IOException;
  }

  private void send(
      Context context,
      ArticleQuery query,
      String extension,
      String contentType,
      String header,
      Format format)
      throws IOException {
    if (!running.tryAcquire()) {
      answers.fail(context, Failure.of(503, "exports"));
      return;
    }
    try {
      context
          .contentType(contentType)
          .header("Cache-Control", "no-store")
          .header(
              "Content-Disposition", "attachment; filename=\"keeling-articles." + extension + "\"");
      // The first article tells whether an export can be given, which is all that HEAD asks.
      boolean whole = !context.method().equals(HandlerType.HEAD);
      OutputStream output = context.outputStream();
      output.write(header.getBytes(StandardCharsets.UTF_8));
      articles.export(
          query.filters(),
          article -> {
            output.write(format.line(article).getBytes(StandardCharsets.UTF_8));
            return whole;
          });
      // What was begun has no length, be it as short as the answer to HEAD.
      context.res().flushBuffer();
    } finally {
      running.release();
    }
  }
}
