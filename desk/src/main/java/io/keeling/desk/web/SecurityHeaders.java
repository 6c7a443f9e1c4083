package io.keeling.desk.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;

/**
 * Sends headers that tell browsers what an answer must never do. Immutable; threads may share it.
 *
 * <p>Nothing is loaded from other sites, not even the pictures of articles, so that publishers do
 * not learn what an editor reads here.
 */
public final class SecurityHeaders implements Handler {

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
              + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()");

  @Override
  public void handle(Context context) {
    HEADERS.forEach(context::header);
  }
}
