package io.keeling.ingest.fetch.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Decodes content codings (RFC 9110, section 8.4) while streaming, so that a small body that
 * expands to a large one is cut at the limit and never held in memory.
 */
final class ContentDecoding {

  /** The value of {@code Accept-Encoding}. */
  static final String ACCEPTED = "gzip, deflate, br";

  /**
   * Maximum number of codings of one body: one is usual, two are a server's mistake, more are an
   * attack.
   */
  private static final int MOST_CODINGS = 2;

  private ContentDecoding() {}

  /**
   * Returns the whole decoded body.
   *
   * @param codings values of {@code Content-Encoding}, in the order they were applied
   * @throws BodyTooLargeException if the body is larger than a limit, before or after decoding
   * @throws IOException if the body cannot be read or decoded
   */
  static byte[] read(InputStream wire, List<String> codings, long largestTransfer, int largestBody)
      throws IOException {
    List<String> names = new ArrayList<>();
    for (String value : codings) {
      for (String name : value.split(",")) {
        String clean = name.strip().toLowerCase(Locale.ROOT);
        if (!clean.isEmpty() && !clean.equals("identity") && !clean.equals("none")) {
          names.add(clean);
        }
      }
    }
    if (names.size() > MOST_CODINGS) {
      throw new IOException(names.size() + " content codings on one body");
    }
    InputStream in = new LeftOpen(limited(wire, "on the wire", largestTransfer));
    try {
      for (int i = names.size() - 1; i >= 0; i--) {
        in = decoded(in, names.get(i));
      }
      return limited(in, "after decoding", largestBody).readAllBytes();
    } finally {
      in.close(); // Frees zlib's memory outside the heap.
    }
  }

  private static InputStream limited(InputStream in, String what, long limit) throws IOException {
    return BoundedInputStream.builder()
        .setInputStream(in)
        .setMaxCount(limit + 1) // only the first byte beyond it is an error
        .setOnMaxCount(
            (most, count) -> {
              throw new BodyTooLargeException("more than " + limit + " bytes " + what);
            })
        .get();
  }

  /** Does not close the underlying stream, because closing would read it to its end. */
  private static final class LeftOpen extends FilterInputStream {

    LeftOpen(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // Whoever opened the stream closes it.
    }
  }

  private static final class BareInflaterStream extends InflaterInputStream {

    BareInflaterStream(InputStream in) {
      super(in, new Inflater(true));
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
  }

  private static InputStream decoded(InputStream in, String coding) throws IOException {
    PushbackInputStream peeked = new PushbackInputStream(in, 2);
    byte[] start = peeked.readNBytes(2);
    peeked.unread(start);
    if (start.length < 2) {
      return peeked;
    }
    int first = start[0] & 0xFF;
    int second = start[1] & 0xFF;
    return switch (coding) {
      // Some servers claim gzip and send plain text, so the first bytes decide.
      case "gzip", "x-gzip" ->
          first == 0x1F && second == 0x8B ? new GZIPInputStream(peeked, 8192) : peeked;
      // "deflate" is the zlib format, but some servers send the bare stream (RFC 9110, 8.4.1.2).
      case "deflate" ->
          (first & 0x0F) == 8 && ((first << 8) | second) % 31 == 0
              ? new InflaterInputStream(peeked)
              : new BareInflaterStream(peeked);
      case "br" -> new BrotliInputStream(peeked);
      default -> throw new IOException("content coding we did not ask for");
    };
  }
}
