package io.keeling.app.config;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The receiver of traces, by the OpenTelemetry protocol (OTLP).
 *
 * @param endpoint address of a receiver of OTLP over HTTP, such as {@code http://localhost:4318}.
 *     Keeling adds {@code /v1/traces}. While it is empty, no traces are sent and OpenTelemetry is
 *     not loaded. No password can be given: for a receiver that needs one, run a collector beside
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

  /** Returns the address to which traces are sent. */
  public String traces() {
    return endpoint.replaceFirst("(?<!/)/+$", "") + "/v1/traces";
  }
}
