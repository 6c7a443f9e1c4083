package io.keeling.enrich.taxonomy;

import io.keeling.contract.digest.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A short hash of a file's content. */
public final class FileDigest {

  private FileDigest() {}

  /** The first 32 bits of SHA-256 (FIPS 180-4) over some contents, as hexadecimal digits. */
  public static String of(byte[]... contents) {
    MessageDigest digest = Sha256.begin();
    for (byte[] content : contents) {
      digest.update(content);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 4);
  }
}
