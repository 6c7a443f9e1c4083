package io.keeling.ingest.imports;

import io.keeling.ingest.gzip.Gzip;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.deadline.RecordWorker;
import io.keeling.runtime.deadline.TookTooLongException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Reads a file with one HTML page, gzipped or not. Not thread-safe. */
final class PageFile {

  private final FindListener finds;
  private final int largestPage;
  private final RecordDeadline deadline = new RecordDeadline();
  private final RecordWorker<Void> heads = deadline.worker(() -> null);

  PageFile(FindListener finds, int largestPage) {
    this.finds = finds;
    this.largestPage = largestPage;
  }

  /**
   * @throws IOException if the file cannot be read at all
   */
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
      send(file, bytes);
    }
  }

  private void send(Path file, byte[] bytes) {
    String origin = file.toString();
    try {
      CanonicalUrl url = address(bytes);
      finds.page(new FoundPage(url, null, 200, modified(file), bytes, origin));
    } catch (TookTooLongException e) {
      finds.skip(origin, SkipReason.TOOK_TOO_LONG, String.valueOf(e.getMessage()));
    }
  }

  private CanonicalUrl address(byte[] bytes) {
    deadline
        .fatal()
        .ifPresent(
            line -> {
              throw new TookTooLongException(line);
            });
    return heads.run(null, none -> PageAddress.of(bytes));
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
