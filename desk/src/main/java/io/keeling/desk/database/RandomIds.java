package io.keeling.desk.database;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes ids of rows that nobody can guess. Threads may share it. */
public final class RandomIds {

  /** Enough that nobody can guess an id. */
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
