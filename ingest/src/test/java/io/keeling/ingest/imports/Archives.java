package io.keeling.ingest.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** Writes archives as crawlers do, with jwarc's own writer. */
final class Archives {

  static final Instant DATE = Instant.parse("2026-11-24T09:30:00Z");

  private Archives() {}

  static byte[] gzipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(result)) {
      out.write(bytes);
    }
    return result.toByteArray();
  }

  static String html(String words) {
    return "<html><head><title>T</title></head><body>" + words + "</body></html>";
  }

  static WarcResponse page(String url, String words) throws IOException {
    return response(url, 200, "text/html; charset=utf-8", null, html(words).getBytes(UTF_8));
  }

  static WarcResponse response(String url, int status, String type, String encoding, byte[] body)
      throws IOException {
    HttpResponse.Builder http = new HttpResponse.Builder(status, "Whatever");
    if (encoding != null) {
      http.addHeader("Content-Encoding", encoding);
    }
    http.body(MediaType.parse(type), body);
    return new WarcResponse.Builder(url).date(DATE).body(http.build()).build();
  }

  static byte[] archive(WarcCompression compression, WarcResponse... responses) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), compression)) {
      writer.write(new Warcinfo.Builder().date(DATE).build());
      for (WarcResponse response : responses) {
        writer.write(response);
      }
    }
    return bytes.toByteArray();
  }
}
