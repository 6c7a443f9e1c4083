package io.keeling.feeds.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.feeds.openapi.ApiDocument;
import io.keeling.feeds.web.ReaderLanguage;

/**
 * {@code GET /api/docs}: the OpenAPI document, for people to read. Threads may share it.
 *
 * <p>The server writes it, since no script from elsewhere is let onto a page, and one that shows
 * such documents weighs a megabyte.
 */
public final class ApiPage implements Handler {

  /** The page as its template shows it. */
  public record View(Frame frame, ApiDocument document) {}

  private final ApiDocument document;
  private final Templates templates;
  private final Frames frames;

  public ApiPage(ApiDocument document, Templates templates, Frames frames) {
    this.document = document;
    this.templates = templates;
    this.frames = frames;
  }

  @Override
  public void handle(Context context) {
    templates.send(
        context, "api.jte", new View(frames.of(context, ReaderLanguage.of(context)), document));
  }
}
