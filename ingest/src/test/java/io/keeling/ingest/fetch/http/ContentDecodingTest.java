package io.keeling.ingest.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ContentDecodingTest {

  private static final byte[] TEXT = "Rivers fall. ".repeat(50).getBytes(StandardCharsets.UTF_8);

  private static byte[] read(byte[] wire, String... codings) throws IOException {
    return ContentDecoding.read(new ByteArrayInputStream(wire), List.of(codings), 100_000, 100_000);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] deflate(byte[] bytes, boolean bare) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream deflate = new DeflaterOutputStream(out, new Deflater(6, bare))) {
      deflate.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void everyCodingWeAskForIsUndone() throws IOException {
    // "hello" by the reference encoder, quality 11.
    byte[] brotli = {0x0b, 0x02, (byte) 0x80, 0x68, 0x65, 0x6c, 0x6c, 0x6f, 0x03};
    assertThat(read(TEXT)).isEqualTo(TEXT);
    assertThat(read(gzip(TEXT), "gzip")).isEqualTo(TEXT);
    assertThat(read(gzip(TEXT), "GZIP, identity")).isEqualTo(TEXT);
    assertThat(read(deflate(TEXT, false), "deflate")).isEqualTo(TEXT);
    assertThat(read(deflate(TEXT, true), "deflate")).isEqualTo(TEXT);
    assertThat(read(gzip(deflate(TEXT, false)), "deflate", "gzip")).isEqualTo(TEXT);
    assertThat(read(brotli, "br")).asString(StandardCharsets.UTF_8).isEqualTo("hello");
  }

  @Test
  void plainTextThatCallsItselfGzipIsTakenAsItIs() throws IOException {
    assertThat(read(TEXT, "gzip")).isEqualTo(TEXT);
  }

  @Test
  void aBombIsCutAtTheLimit() throws IOException {
    byte[] bomb = gzip(new byte[10_000_000]);
    assertThat(bomb.length).isLessThan(20_000);

    assertThatExceptionOfType(BodyTooLargeException.class)
        .isThrownBy(() -> read(bomb, "gzip"))
        .withMessageContaining("after decoding");
  }

  @Test
  void anEndlessBodyIsCutAtTheLimit() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }
        };

    assertThatExceptionOfType(BodyTooLargeException.class)
        .isThrownBy(() -> ContentDecoding.read(endless, List.of(), 1000, 100_000))
        .withMessageContaining("on the wire");
  }

  @Test
  void whatCannotBeDecodedFails() throws IOException {
    byte[] whole = gzip(TEXT);
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(half, "gzip"));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(TEXT, "compress"));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(TEXT, "gzip", "gzip", "gzip"));
  }
}
