package io.keeling.desk.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.keeling.contract.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Style sheets, scripts and logo. Immutable; threads may share it.
 *
 * <p>Their addresses contain a digest of the content, so that browsers may cache them forever and
 * still load a new release at once.
 */
public final class Assets implements Handler {

  /**
   * The path of Swagger UI's files in its webjar; the root {@code pom.xml} has the same version.
   */
  private static final String SWAGGER = "/META-INF/resources/webjars/swagger-ui/5.35.0/";

  private static final Map<String, String> TYPES =
      Map.of(
          "keeling.css", "text/css; charset=utf-8",
          "keeling.js", "text/javascript; charset=utf-8",
          "keeling.svg", "image/svg+xml",
          "api.js", "text/javascript; charset=utf-8",
          "swagger-ui.css", "text/css; charset=utf-8",
          "swagger-ui-bundle.js", "text/javascript; charset=utf-8");

  @SuppressWarnings("ArrayRecordComponent") // the bytes are sent, never compared
  private record Asset(byte[] bytes, String type, String digest) {}

  private final Map<String, Asset> assets = new LinkedHashMap<>();

  public Assets() {
    TYPES.forEach((name, type) -> assets.put(name, load(name, type)));
  }

  private static Asset load(String name, String type) {
    String folder = name.startsWith("swagger-") ? SWAGGER : "/io/keeling/desk/assets/";
    try (InputStream in = Assets.class.getResourceAsStream(folder + name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new Asset(bytes, type, Sha256.hex(bytes, 6));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String path(String name) {
    return "/assets/" + name + "?v=" + Objects.requireNonNull(assets.get(name), name).digest();
  }

  @Override
  public void handle(Context context) {
    Asset asset = assets.get(context.pathParam("name"));
    if (asset == null) {
      context.status(404).contentType("text/plain").result("not found");
      return;
    }
    boolean current = asset.digest().equals(context.queryParam("v"));
    context
        .header("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache")
        .contentType(asset.type())
        .result(asset.bytes());
  }
}
