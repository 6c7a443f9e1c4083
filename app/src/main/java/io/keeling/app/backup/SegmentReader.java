package io.keeling.app.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads the files of a backup. */
final class SegmentReader {

  /** Bytes decompressed at once. Chosen. */
  private static final int BUFFER = 64 * 1024;

  private SegmentReader() {}

  /**
   * What is given each line.
   *
   * @param <E> what it throws beside {@link IOException}
   */
  @FunctionalInterface
  interface LineReader<E extends Exception> {
    void read(String line) throws IOException, E;
  }

  /**
   * Gives each line of a file, in its order.
   *
   * @throws IOException if the file cannot be read, or has more or fewer than its manifest says
   */
  static <E extends Exception> void forEach(Path file, Segment segment, LineReader<E> reader)
      throws IOException, E {
    long lines = 0;
    try (BufferedReader text =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), BUFFER), StandardCharsets.UTF_8))) {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        reader.read(line);
        lines++;
      }
    }
    if (lines != segment.records()) {
      throw new IOException(
          "%s has %d lines, not %d".formatted(segment.file(), lines, segment.records()));
    }
  }
}
