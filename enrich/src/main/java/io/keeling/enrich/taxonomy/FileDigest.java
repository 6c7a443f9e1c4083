package io.keeling.enrich.taxonomy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short hash of a file's content. Stateless; threads may share it. */
public final class FileDigest {

  private FileDigest() {}

  /** The first 32 bits of SHA-256 (FIPS 180-4) over some contents, as hexadecimal digits. */
  public static String of(byte[]... contents) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] content : contents) {
        digest.update(content);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
