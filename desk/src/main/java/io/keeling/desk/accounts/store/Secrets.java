package io.keeling.desk.accounts.store;

import io.keeling.contract.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets that identify whoever has them. */
public final class Secrets {

  /** Length of a secret: 256 bits (OWASP's session management asks for at least 64). */
  private static final int BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** A new secret: 43 characters that are safe in an address, a header or a cookie. */
  public static String make() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return encode(bytes);
  }

  /** The digest that is stored. The random secret cannot be computed from it. */
  public static byte[] digest(String secret) {
    return Sha256.begin().digest(secret.getBytes(StandardCharsets.UTF_8));
  }

  /** Encodes bytes so that they are safe in a URL. */
  public static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
