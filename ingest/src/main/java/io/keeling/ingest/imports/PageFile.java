package io.keeling.ingest.imports;

import io.keeling.ingest.gzip.Gzip;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Reads a file that holds one HTML page, gzipped or not. Not for sharing between threads. */
final class PageFile {

  private final Finds finds;
  private final int largestPage;

  PageFile(Finds finds, int largestPage) {
    this.finds = finds;
    this.largestPage = largestPage;
  }

  /** Throws {@link IOException} if the file cannot be read at all. */
  void read(Path file) throws IOException {
    String origin = file.toString();
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(largestPage + 1);
    }
    if (bytes.length <= largestPage && Gzip.is(bytes)) {
      try {
        bytes = Gzip.expand(bytes, largestPage);
      } catch (IOException e) {
        finds.skip(origin, SkipReason.BROKEN_COMPRESSION, e.getClass().getSimpleName());
        return;
      }
    }
    if (bytes.length > largestPage) {
      finds.skip(origin, SkipReason.TOO_LARGE, "more than " + largestPage + " bytes");
    } else if (isBlank(bytes)) {
      finds.skip(origin, SkipReason.EMPTY, "nothing but blanks");
    } else {
      finds.page(new FoundPage(PageAddress.of(bytes), null, 200, modified(file), bytes, origin));
    }
  }

  static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b > ' ' || b < 0) {
        return false;
      }
    }
    return true;
  }

  private static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.now();
    }
  }
}
