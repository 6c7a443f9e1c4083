package io.keeling.desk.articles.export;

import io.keeling.contract.digest.Sha256;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;

/**
 * What whoever has a file can hold it against.
 *
 * @param rows how many articles it has
 * @param sha256 its SHA-256, in hexadecimal
 */
public record Receipt(long rows, String sha256) {

  /** Where a file goes that gets a receipt. */
  public static DigestOutputStream digesting(OutputStream output) {
    return new DigestOutputStream(output, Sha256.begin());
  }

  /** The receipt of a file that has been written whole; the digest begins anew then. */
  public static Receipt of(long rows, DigestOutputStream written) {
    return new Receipt(rows, HexFormat.of().formatHex(written.getMessageDigest().digest()));
  }
}
