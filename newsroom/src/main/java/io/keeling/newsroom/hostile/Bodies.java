package io.keeling.newsroom.hostile;

import io.keeling.newsroom.route.Visit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that harm a careless client. Each ends by itself some time, so that a client without
 * limits fails its test and not the machine. Threads may share it.
 */
final class Bodies {

  private static final String HTML = "text/html; charset=utf-8";

  private static final byte[] HEAD =
      ("<!DOCTYPE html>\n<html lang=\"en\"><head><title>Full results</title></head><body>\n"
              + "<h1>Full results</h1>\n")
          .getBytes(StandardCharsets.UTF_8);

  private static final byte[] LINE =
      "<p>Ward by ward, the returning officer read the figures into the record.</p>\n"
          .getBytes(StandardCharsets.UTF_8);

  /** Bytes the bomb unpacks to: 256 MiB, beyond any sane limit for a page. */
  private static final long BOMB_BYTES = 256L << 20;

  /** Bytes after which the endless page ends after all: 1 GiB. */
  private static final long ENDLESS_BYTES = 1L << 30;

  /** Bytes of the slow page: at four a second it takes an hour. */
  private static final int SLOW_BYTES = 14_400;

  private final Duration slowPause;
  private byte @Nullable [] bomb;

  Bodies(Duration slowPause) {
    this.slowPause = slowPause;
  }

  void bomb(Visit visit) throws IOException {
    visit.headers().set("Content-Encoding", "gzip");
    visit.send(200, HTML, packedBomb(), false);
  }

  void endless(Visit visit) throws IOException {
    try (OutputStream out = visit.stream(200, HTML, 0)) {
      out.write(HEAD);
      byte[] block = repeated(LINE, 64 * 1024);
      for (long sent = 0; sent < ENDLESS_BYTES; sent += block.length) {
        out.write(block);
      }
      visit.lastPart();
    }
  }

  void slow(Visit visit) throws IOException, InterruptedException {
    try (OutputStream out = visit.stream(200, HTML, 0)) {
      for (int sent = 0; sent < SLOW_BYTES; sent++) {
        out.write(sent < HEAD.length ? HEAD[sent] : ' ');
        out.flush();
        Thread.sleep(slowPause.toMillis());
      }
      visit.lastPart();
    }
  }

  void cutOff(Visit visit) throws IOException {
    OutputStream out = visit.stream(200, HTML, HEAD.length + 40_000L);
    out.write(HEAD);
    out.write(LINE);
    out.flush();
    visit.lastPart();
    // Leaving without the promised bytes makes the server drop the connection.
  }

  void pdf(Visit visit) throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(StandardCharsets.ISO_8859_1));
    byte[] stream = new byte[20_000];
    new java.util.Random(7).nextBytes(stream);
    pdf.writeBytes(
        "1 0 obj <</Length 20000/Filter/FlateDecode>> stream\n"
            .getBytes(StandardCharsets.US_ASCII));
    pdf.writeBytes(stream);
    pdf.writeBytes("\nendstream endobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    visit.send(200, HTML, pdf.toByteArray(), false);
  }

  private synchronized byte[] packedBomb() {
    if (bomb == null) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(HEAD);
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) ' ');
        for (long sent = 0; sent < BOMB_BYTES; sent += block.length) {
          gzip.write(block);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      bomb = bytes.toByteArray();
    }
    return bomb;
  }

  private static byte[] repeated(byte[] line, int length) {
    byte[] block = new byte[length];
    for (int i = 0; i < length; i++) {
      block[i] = line[i % line.length];
    }
    return block;
  }
}
