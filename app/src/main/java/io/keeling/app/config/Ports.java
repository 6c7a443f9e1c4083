package io.keeling.app.config;

/** Checks port numbers. */
public final class Ports {

  /** The highest port: a number of 16 bits (RFC 9293, section 3.1). */
  private static final int HIGHEST = 65_535;

  private Ports() {}

  /**
   * Checks one.
   *
   * @param key what the message calls it
   * @throws IllegalArgumentException if there is no such port
   */
  public static void check(String key, int port) {
    if (port < 1 || port > HIGHEST) {
      throw new IllegalArgumentException(key + " must be 1 to " + HIGHEST + ", not " + port);
    }
  }
}
