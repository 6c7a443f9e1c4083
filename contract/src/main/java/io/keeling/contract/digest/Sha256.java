package io.keeling.contract.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), which every Java platform has. */
public final class Sha256 {

  private Sha256() {}

  /** One that has read nothing yet; for one thread. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The digest of some bytes, all 32 bytes of it as hexadecimal digits. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(begin().digest(bytes));
  }

  /**
   * The beginning of the digest of some bytes, as hexadecimal digits.
   *
   * @param length how many bytes of it, two digits each
   */
  public static String hex(byte[] bytes, int length) {
    return HexFormat.of().formatHex(begin().digest(bytes), 0, length);
  }
}
