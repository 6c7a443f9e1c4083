package io.keeling.desk.database;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes unguessable ids for rows. Threads may share it. */
public final class RandomIds {

  /** Length of an id in bytes, long enough to be unguessable. */
  private static final int BYTES = 12;

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomIds() {}

  /** A new id in hexadecimal digits. */
  public static String make() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
