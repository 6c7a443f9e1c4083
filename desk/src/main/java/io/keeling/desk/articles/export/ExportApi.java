package io.keeling.desk.articles.export;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.articles.store.ExportStore;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.QueryString;
import io.keeling.search.query.Stories;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/export.*}: all articles of a query as a file, in the order of the list. Threads
 * may share it.
 *
 * <p>Clients that accept trailers ({@code TE: trailers}) get the number of rows and a digest after
 * the file, in the trailer fields {@code Keeling-Rows} and {@code Keeling-Sha256} (RFC 9110, 6.5).
 * A ZIP archive has both in files.
 */
public final class ExportApi {

  private static final String ROWS = "Keeling-Rows";
  private static final String DIGEST = "Keeling-Sha256";

  private final ExportStore articles;
  private final Semaphore running;

  /**
   * @param most maximum number of concurrent exports; each holds a database connection most of the
   *     time
   */
  public ExportApi(ExportStore articles, int most) {
    this.articles = articles;
    this.running = new Semaphore(most);
  }

  @FunctionalInterface
  private interface Selection {
    void passTo(ExportStore.Sink sink) throws IOException;
  }

  /** The action that exports the articles of a query in a format. */
  public QueryAction in(Format format) {
    return (context, query) ->
        send(context, format, false, written(query), sink -> articles.export(query, sink));
  }

  /** The action that exports the articles of a query as a ZIP archive with a receipt. */
  public QueryAction bundled(Format format) {
    return (context, query) ->
        send(context, format, true, written(query), sink -> articles.export(query, sink));
  }

  /**
   * Sends the articles with these ids, in the order of the ids.
   *
   * @param bundled whether to send a ZIP archive with a receipt
   * @param name the query named in the receipt
   */
  public void send(Context context, Format format, boolean bundled, String name, List<String> ids)
      throws IOException {
    send(context, format, bundled, name, sink -> articles.export(ids, sink));
  }

  private void send(
      Context context, Format format, boolean bundled, String name, Selection selection)
      throws IOException {
    if (!running.tryAcquire()) {
      throw Failure.of(503, "exports").exception();
    }
    try {
      Download download = new Download(context, format, bundled, name);
      selection.passTo(download);
      download.finish();
    } finally {
      running.release();
    }
  }

  /** The query without parameters that have no effect on an export. */
  private static String written(ArticleQuery query) {
    return QueryString.of(query.after(null), query.limit(), Stories.ALL);
  }

  /**
   * One answer. Nothing is sent before the first article, so earlier failures get an error status.
   */
  private static final class Download implements ExportStore.Sink {

    private final Context context;
    private final Format format;
    private final boolean bundled;
    private final String query;
    private @Nullable ExportFile file;
    private volatile @Nullable Receipt receipt;

    Download(Context context, Format format, boolean bundled, String query) {
      this.context = context;
      this.format = format;
      this.bundled = bundled;
      this.query = query;
    }

    /** HEAD stops at the first article, which proves that the export can start. */
    @Override
    public boolean accept(EnrichedArticle article) throws IOException {
      opened().write(article);
      return !isHead();
    }

    void finish() throws IOException {
      ExportFile begun = opened();
      if (!isHead()) {
        receipt = begun.finish();
      }
      // Sent without a Content-Length, which is unknown for a stream and for HEAD.
      context.res().flushBuffer();
    }

    private boolean isHead() {
      return context.method().equals(HandlerType.HEAD);
    }

    private ExportFile opened() throws IOException {
      ExportFile opened = file;
      if (opened == null) {
        head();
        opened =
            bundled
                ? ExportFile.bundle(format, context.outputStream(), query)
                : ExportFile.open(format, context.outputStream(), query);
        file = opened;
      }
      return opened;
    }

    private void head() {
      String name = ExportFile.name(format) + (bundled ? ".zip" : "");
      context
          .contentType(bundled ? "application/zip" : format.contentType())
          .header("Cache-Control", "no-store")
          .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
      if (!bundled && asksForTrailers()) {
        context.header("Trailer", ROWS + ", " + DIGEST);
        if (!isHead()) {
          context.res().setTrailerFields(this::trailer);
        }
      }
    }

    /**
     * Trailers are sent only on request (RFC 9110, 6.5.1): some clients, such as Java 17's, treat
     * an answer with trailers as broken. HTTP/1.0 has no trailers.
     */
    private boolean asksForTrailers() {
      String accepted = context.header("TE");
      return accepted != null
          && !context.req().getProtocol().equals("HTTP/1.0")
          && Arrays.stream(accepted.split(",", -1))
              .anyMatch(coding -> coding.strip().equalsIgnoreCase("trailers"));
    }

    private Map<String, String> trailer() {
      Receipt given = receipt;
      return given == null
          ? Map.of()
          : Map.of(ROWS, Long.toString(given.rows()), DIGEST, given.sha256());
    }
  }
}
