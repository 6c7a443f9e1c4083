package io.keeling.desk.openapi;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * {@code GET /openapi.yaml}: the OpenAPI description of all addresses. Immutable; threads may share
 * it.
 */
public final class OpenApi implements Handler {

  private final String document;

  /**
   * @param baseUrl the public address without a trailing slash
   */
  public OpenApi(String baseUrl) {
    try (InputStream in = OpenApi.class.getResourceAsStream("/io/keeling/desk/openapi.yaml")) {
      document =
          new String(
                  Objects.requireNonNull(in, "openapi.yaml").readAllBytes(), StandardCharsets.UTF_8)
              .replace("http://localhost:8080", baseUrl);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void handle(Context context) {
    context.contentType("application/yaml; charset=utf-8").result(document);
  }
}
