package io.keeling.bench.memory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows what a JVM's garbage collector logs ({@code -Xlog:gc}). For one thread. */
final class GcLog {

  /**
   * What a collection left, in a line such as {@code Pause Young (Normal) (G1 Evacuation Pause)
   * 120M->45M(300M) 3.1ms}.
   */
  private static final Pattern LEFT = Pattern.compile("->(\\d+)M\\(\\d+M\\)");

  /** kB of a MB, as the JVM counts them. */
  private static final int KB = 1024;

  private final Path file;
  private long read;
  private long last;

  GcLog(Path file) {
    this.file = file;
  }

  /** The least that a collection left since the last call, in kB; 0 before the first collection. */
  long least() throws IOException {
    if (!Files.exists(file)) {
      return last;
    }
    long least = Long.MAX_VALUE;
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[(int) Math.max(0, log.length() - read)];
      log.seek(read);
      log.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      int end = text.lastIndexOf('\n') + 1;
      read += end;
      for (Matcher left = LEFT.matcher(text.substring(0, end)); left.find(); ) {
        least = Math.min(least, Long.parseLong(left.group(1)) * KB);
      }
    }
    last = least == Long.MAX_VALUE ? last : least;
    return last;
  }
}
