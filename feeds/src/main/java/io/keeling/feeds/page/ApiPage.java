package io.keeling.feeds.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.feeds.openapi.ApiDocument;
import io.keeling.feeds.web.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/docs}: the OpenAPI document, for people to read. Threads may share it.
 *
 * <p>The server writes it, since no script from elsewhere is let onto a page, and one that shows
 * such documents weighs a megabyte.
 */
public final class ApiPage implements Handler {

  /** The page as its template shows it. */
  public record View(Frame frame, ApiDocument document) {}

  private final String yaml;
  private final Templates templates;
  private final Frames frames;
  private volatile @Nullable ApiDocument document;

  /**
   * @param yaml the document, which is read when it is first looked at: nobody waits for that at
   *     the start
   */
  public ApiPage(String yaml, Templates templates, Frames frames) {
    this.yaml = yaml;
    this.templates = templates;
    this.frames = frames;
  }

  @Override
  public void handle(Context context) {
    templates.send(
        context, "api.jte", new View(frames.of(context, ReaderLanguage.of(context)), document()));
  }

  private ApiDocument document() {
    ApiDocument known = document;
    if (known == null) {
      known = ApiDocument.read(yaml);
      document = known;
    }
    return known;
  }
}
