package io.keeling.ingest.imports;

import io.keeling.ingest.gzip.Gzip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Finds the next record in a damaged archive: the first bytes of a WARC record, or a gzip member
 * that expands to them. Not thread-safe.
 */
final class RecordStarts {

  private static final byte[] PLAIN = "WARC/1.".getBytes(StandardCharsets.US_ASCII);

  /** Number of bytes read at a time. */
  private static final int WINDOW = 1024 * 1024;

  /** Number of bytes checked at a possible start: more than a record's first line and headers. */
  private static final int PROOF = 1024;

  private final FileChannel channel;

  RecordStarts(FileChannel channel) {
    this.channel = channel;
  }

  /** Returns the first start of a record after a position, or -1 if there is none. */
  long after(long place) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(WINDOW + PROOF);
    for (long at = place + 1; at < channel.size(); at += WINDOW) {
      buffer.clear();
      while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
        // Repeated because a channel may return fewer bytes than requested.
      }
      byte[] bytes = buffer.array();
      for (int i = 0; i < Math.min(buffer.position(), WINDOW); i++) {
        if (isStart(bytes, i, Math.min(buffer.position(), i + PROOF))) {
          return at + i;
        }
      }
    }
    return -1;
  }

  boolean isAt(long place) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(PROOF);
    while (buffer.hasRemaining() && channel.read(buffer, place + buffer.position()) >= 0) {
      // Repeated because a channel may return fewer bytes than requested.
    }
    return buffer.position() > 0 && isStart(buffer.array(), 0, buffer.position());
  }

  private static boolean isStart(byte[] bytes, int from, int to) {
    if (bytes[from] == PLAIN[0]) {
      return startsPlain(bytes, from, to);
    }
    if (bytes[from] != 0x1F || to - from < 18) {
      return false;
    }
    byte[] member = Arrays.copyOfRange(bytes, from, to);
    if (!Gzip.is(member)) {
      return false;
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(member))) {
      byte[] start = in.readNBytes(PLAIN.length);
      return startsPlain(start, 0, start.length);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean startsPlain(byte[] bytes, int from, int to) {
    return to - from >= PLAIN.length
        && Arrays.equals(bytes, from, from + PLAIN.length, PLAIN, 0, PLAIN.length);
  }
}
