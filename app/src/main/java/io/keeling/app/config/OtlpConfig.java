package io.keeling.app.config;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a receiver of the OpenTelemetry protocol is.
 *
 * @param endpoint its address for OTLP over HTTP, such as {@code http://localhost:4318}; {@code
 *     /v1/traces} is put behind it. While empty, nothing is reported and nothing of OpenTelemetry
 *     is loaded. It takes no password: what wants one is reached by way of a collector beside
 *     Keeling
 */
public record OtlpConfig(String endpoint) {

  public OtlpConfig {
    endpoint = endpoint == null ? "" : endpoint.strip();
    if (!endpoint.isEmpty() && !isUsable(endpoint)) {
      throw new IllegalArgumentException(
          "endpoint must be an http or https address without user, query and fragment,"
              + " such as http://localhost:4318");
    }
  }

  static OtlpConfig defaults() {
    return new OtlpConfig("");
  }

  private static boolean isUsable(String endpoint) {
    try {
      URI uri = new URI(endpoint);
      String scheme = String.valueOf(uri.getScheme());
      return (scheme.equals("http") || scheme.equals("https"))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The address that traces are sent to. */
  public String traces() {
    return endpoint.replaceFirst("(?<!/)/+$", "") + "/v1/traces";
  }
}
