package io.keeling.desk.saved;

import java.security.SecureRandom;
import java.util.Base64;

/** The secret that signs webhooks, in the form of Standard Webhooks (version 1.0.0). */
public final class WebhookSecret {

  private static final String PREFIX = "whsec_";

  /** Length of the key; the specification recommends 24 to 64 bytes. */
  private static final int BYTES = 32;

  private WebhookSecret() {}

  /** A new secret in the form that the libraries of receivers can read. */
  static String make() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /**
   * The key in a secret.
   *
   * @throws IllegalArgumentException if it is invalid
   */
  public static byte[] key(String secret) {
    if (!secret.startsWith(PREFIX)) {
      throw new IllegalArgumentException("the secret lacks its prefix");
    }
    return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
  }
}
