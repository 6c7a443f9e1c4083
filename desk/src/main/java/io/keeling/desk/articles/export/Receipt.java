package io.keeling.desk.articles.export;

import io.keeling.contract.digest.Sha256;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;

/**
 * What is needed to check that a file is complete. Immutable; threads may share it.
 *
 * @param rows the number of articles
 * @param sha256 the file's SHA-256, in hexadecimal
 */
public record Receipt(long rows, String sha256) {

  /** Wraps the output of a file, so that its digest is computed. */
  public static DigestOutputStream digesting(OutputStream output) {
    return new DigestOutputStream(output, Sha256.begin());
  }

  /** The receipt of a complete file; resets the digest. */
  public static Receipt of(long rows, DigestOutputStream written) {
    return new Receipt(rows, HexFormat.of().formatHex(written.getMessageDigest().digest()));
  }
}
