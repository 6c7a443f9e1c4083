package io.keeling.ingest.gzip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Gzip as it lies in files and in archives (RFC 1952), never trusted. */
public final class Gzip {

  private Gzip() {}

  /** Whether the bytes begin as a gzip member does; a file's name says nothing reliable. */
  public static boolean is(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B && bytes[2] == 8;
  }

  /**
   * Expands, and stops soon after the limit, so that a bomb costs no more memory than a page.
   *
   * @param limit the most bytes wanted
   * @return the content; longer than {@code limit} by one byte if there was more
   * @throws IOException if the bytes are broken or cut off
   */
  public static byte[] expand(byte[] bytes, int limit) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes), 16_384)) {
      return in.readNBytes(limit + 1);
    }
  }
}
