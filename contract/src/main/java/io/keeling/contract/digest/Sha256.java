package io.keeling.contract.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes SHA-256 (FIPS 180-4), which every Java platform supports. */
public final class Sha256 {

  private Sha256() {}

  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(begin().digest(bytes));
  }

  /**
   * Returns the first bytes of the digest as hexadecimal digits.
   *
   * @param length number of bytes, two digits each
   */
  public static String hex(byte[] bytes, int length) {
    return HexFormat.of().formatHex(begin().digest(bytes), 0, length);
  }
}
