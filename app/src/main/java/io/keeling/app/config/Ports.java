package io.keeling.app.config;

/** Checks port numbers. */
final class Ports {

  private static final int HIGHEST = 65_535;

  private Ports() {}

  static void check(String key, int port) {
    if (port < 1 || port > HIGHEST) {
      throw new IllegalArgumentException(key + " must be 1 to " + HIGHEST + ", not " + port);
    }
  }
}
