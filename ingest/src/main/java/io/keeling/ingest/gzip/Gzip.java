package io.keeling.ingest.gzip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Expands gzip (RFC 1952) from untrusted sources. */
public final class Gzip {

  private Gzip() {}

  /** Whether the bytes begin as a gzip member; a file's name is not reliable. */
  public static boolean is(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B && bytes[2] == 8;
  }

  /**
   * Expands up to one byte more than the limit, so that a decompression bomb costs no more memory
   * than a page.
   *
   * @throws IOException if the bytes are broken or cut off
   */
  public static byte[] expand(byte[] bytes, int limit) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes), 16_384)) {
      return in.readNBytes(limit + 1);
    }
  }
}
