package io.keeling.desk.accounts.store;

import io.keeling.contract.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Random words that prove something to whoever has them. */
public final class Secrets {

  /** 256 bits, of which nobody guesses any (OWASP's session management asks for 64 at least). */
  private static final int BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** A new one: 43 characters that may stand in an address, a header or a cookie. */
  public static String make() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return encode(bytes);
  }

  /** What is kept of one: who has read it cannot tell the secret, which was random. */
  public static byte[] digest(String secret) {
    return Sha256.begin().digest(secret.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes as characters that may stand in an address. */
  public static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
