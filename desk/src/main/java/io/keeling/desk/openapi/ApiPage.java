package io.keeling.desk.openapi;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/docs} and {@code /api/docs/types}: the OpenAPI document, for people to read.
 * Threads may share it.
 *
 * <p>The server writes it, since no script from elsewhere is let onto a page, and one that shows
 * such documents weighs a megabyte.
 */
public final class ApiPage implements Handler {

  /** The page as its template shows it. */
  public record View(Frame frame, ApiDocument document) {}

  private final String yaml;
  private final Pages pages;
  private volatile @Nullable ApiDocument document;

  /**
   * @param yaml the document, which is read when it is first looked at: nobody waits for that at
   *     the start
   */
  public ApiPage(String yaml, Pages pages) {
    this.yaml = yaml;
    this.pages = pages;
  }

  @Override
  public void handle(Context context) {
    send(context, "api.jte");
  }

  /** The types, on a page of their own: no page of the desk is over 100 kB. */
  public void types(Context context) {
    send(context, "apitypes.jte");
  }

  private void send(Context context, String template) {
    pages.send(
        context, template, new View(pages.frame(context, ReaderLanguage.of(context)), document()));
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
