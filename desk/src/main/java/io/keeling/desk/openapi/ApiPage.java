package io.keeling.desk.openapi;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.desk.web.Assets;

/**
 * {@code GET /api/docs}: the OpenAPI document in Swagger UI (decision 35). Immutable; threads may
 * share it.
 */
public final class ApiPage implements Handler {

  private final String html;

  /**
   * @param assets serves the script and the style sheet of Swagger UI
   */
  public ApiPage(Assets assets) {
    this.html =
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>API for programs</title>
        <link rel="icon" type="image/svg+xml" href="%s">
        <link rel="stylesheet" href="%s">
        <script src="%s" defer></script>
        <script src="%s" defer></script>
        </head>
        <body>
        <p><a href="/">Articles</a> · <a href="/openapi.yaml">OpenAPI document</a></p>
        <div id="api"></div>
        </body>
        </html>
        """
            .formatted(
                assets.path("keeling.svg"),
                assets.path("swagger-ui.css"),
                assets.path("swagger-ui-bundle.js"),
                assets.path("api.js"));
  }

  @Override
  public void handle(Context context) {
    context.html(html);
  }
}
