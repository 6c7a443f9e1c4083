package io.keeling.bench.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.keeling.newsroom.scale.ScaleConfig;
import io.keeling.newsroom.scale.ScalePress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a large archive as crawlers do, each record a gzip member: articles of the generated press
 * with scripts as heavy as those of news sites, and a picture after each, which an import must
 * skip. Prints how many articles it holds. The sizes were chosen, as those of news sites.
 */
public final class ArchiveMaker {

  /** How many hosts the archive has pages of. */
  private static final int HOSTS = 500;

  /** Bytes of a script, which are random, so that compression does not make the archive small. */
  private static final int SCRIPT = 150_000;

  /** Bytes of a picture, which are random too. */
  private static final int PICTURE = 300_000;

  private static final String DATE = "2026-11-24T09:30:00Z";

  private final Random random = new Random(1);
  private final HttpClient client = HttpClient.newHttpClient();

  private ArchiveMaker() {}

  /**
   * Writes.
   *
   * @param args the file, and how many megabytes it is to have at least
   */
  public static void main(String[] args) throws Exception {
    // The press tells its hosts apart by this header, and no name server knows them.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    Path file = Path.of(args[0]);
    long size = Long.parseLong(args[1]) * 1_000_000;
    int articles = 0;
    ArchiveMaker maker = new ArchiveMaker();
    try (ScalePress press = ScalePress.start(ScaleConfig.of(HOSTS, 1, 1_000_000), 0);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      int port = URI.create(press.feeds().get(0)).getPort();
      for (; Files.size(file) < size; articles++) {
        maker.write(out, press.host(articles % HOSTS), port, articles / HOSTS);
      }
    }
    System.out.println(articles);
  }

  private void write(OutputStream out, String host, int port, int article)
      throws IOException, InterruptedException {
    String path = "/news/0/" + article;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Host", host)
            .build();
    String page = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    String script =
        "<script>const data = \""
            + Base64.getEncoder().encodeToString(bytes(SCRIPT))
            + "\"</script>";
    byte[] html = page.replace("</body>", script + "</body>").getBytes(UTF_8);
    String site = "https://" + host.replace(".localhost", ".example");
    record(out, site + path, "text/html; charset=utf-8", html);
    record(out, site + path + ".jpg", "image/jpeg", bytes(PICTURE));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private void record(OutputStream out, String url, String type, byte[] body) throws IOException {
    byte[] http =
        "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %s\r\n\r\n"
            .formatted(type, body.length)
            .getBytes(ISO_8859_1);
    byte[] head =
        ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Date: %s\r\n"
                + "WARC-Target-URI: %s\r\nContent-Type: application/http;msgtype=response\r\n"
                + "Content-Length: %s\r\n\r\n")
            .formatted(
                new UUID(random.nextLong(), random.nextLong()),
                DATE,
                url,
                http.length + body.length)
            .getBytes(ISO_8859_1);
    Member member = new Member(out);
    member.write(head);
    member.write(http);
    member.write(body);
    member.write("\r\n\r\n".getBytes(ISO_8859_1));
    member.end();
  }

  /** One record. */
  private static final class Member extends GZIPOutputStream {
    Member(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }

    /** Ends the record; the archive goes on. */
    void end() throws IOException {
      finish();
      def.end();
    }
  }
}
