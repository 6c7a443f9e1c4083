package io.keeling.ingest.websub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Checks {@code X-Hub-Signature} (WebSub, section 7.1). */
final class HubSignature {

  /** Accepts SHA-1 too: many hubs support nothing else, and as an HMAC it is still safe. */
  private static final Map<String, String> METHODS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  private HubSignature() {}

  /** Whether the header is the signature of the bytes. Compares in constant time. */
  static boolean valid(@Nullable String header, String secret, byte[] body) {
    String[] parts = header == null ? new String[0] : header.strip().split("=", 2);
    String method = parts.length < 2 ? null : METHODS.get(parts[0].toLowerCase(Locale.ROOT));
    if (method == null) {
      return false;
    }
    try {
      Mac mac = Mac.getInstance(method);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
      return MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(parts[1]));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no " + method + " in this Java", e);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
