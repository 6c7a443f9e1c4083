package io.keeling.app.extract;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads the bytes of a page from a file or stream, gzipped or not. */
final class PageInput {

  /** Maximum size of a page, in bytes after decompression: four times the fetcher's default. */
  static final int LARGEST = 32 * 1024 * 1024;

  /** The first two bytes of a gzip member (RFC 1952, section 2.3.1). */
  private static final int GZIP_MAGIC = 0x1f8b;

  private PageInput() {}

  /** Reads a whole page of at most {@link #LARGEST} bytes. */
  static byte[] read(Path path) throws IOException {
    try (InputStream file = Files.newInputStream(path)) {
      return read(file);
    }
  }

  /** Reads a whole page from a stream, which stays open. */
  static byte[] read(InputStream in) throws IOException {
    try {
      byte[] bytes = unpacked(new BufferedInputStream(in)).readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IOException("larger than " + LARGEST + " bytes");
      }
      return bytes;
    } catch (EOFException | ZipException e) {
      throw new IOException("incomplete, or not gzipped although it says so", e);
    }
  }

  private static InputStream unpacked(InputStream file) throws IOException {
    file.mark(2);
    int magic = file.read() << 8 | file.read();
    file.reset();
    return magic == GZIP_MAGIC ? new GZIPInputStream(file) : file;
  }
}
