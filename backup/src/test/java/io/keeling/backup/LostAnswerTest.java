package io.keeling.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server stands for a bucket with one object, and takes the first writing without saying so. */
class LostAnswerTest {

  private final AtomicInteger writings = new AtomicInteger();
  private volatile byte[] object = "free".getBytes(StandardCharsets.UTF_8);
  private HttpServer server;
  private Map<String, String> settings;

  @BeforeEach
  void aBucket() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    settings =
        Map.of(
            "aws.accessKeyId", "AKIDEXAMPLE",
            "aws.secretAccessKey", "secret",
            "aws.region", "eu-central-1",
            "aws.endpointUrlS3", "http://127.0.0.1:" + server.getAddress().getPort());
    settings.forEach(System::setProperty);
  }

  @AfterEach
  void noBucket() {
    settings.keySet().forEach(System::clearProperty);
    server.stop(0);
  }

  @Test
  void whatWasWrittenThoughTheAnswerWasLostIsOnesOwn() throws Exception {
    try (Bucket bucket = Bucket.open(BucketAddress.parse("s3://news/keeling"))) {
      byte[] mine = "held by me".getBytes(StandardCharsets.UTF_8);

      assertThat(bucket.putIf(tag(), "lock", mine)).contains("\"" + mine.length + "\"");

      assertThat(writings).hasValue(2);
      object = "held by another".getBytes(StandardCharsets.UTF_8);
      assertThat(bucket.putIf("\"" + mine.length + "\"", "lock", mine)).isEmpty();
    }
  }

  /** Of objects of one length the tags are the same, of which there are none here. */
  private String tag() {
    return "\"" + object.length + "\"";
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    int status = 200;
    if (exchange.getRequestMethod().equals("PUT")) {
      boolean unchanged = Objects.equals(exchange.getRequestHeaders().getFirst("If-Match"), tag());
      status = unchanged ? 500 : 412;
      if (unchanged) {
        object = text(sent);
      }
      writings.incrementAndGet();
    }
    exchange.getResponseHeaders().add("ETag", tag());
    exchange.getResponseHeaders().add("Last-Modified", "Tue, 01 Dec 2026 06:00:00 GMT");
    if (exchange.getRequestMethod().equals("GET")) {
      exchange.sendResponseHeaders(status, object.length);
      exchange.getResponseBody().write(object);
    } else {
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().add("Content-Length", String.valueOf(object.length));
      }
      exchange.sendResponseHeaders(status, -1);
    }
    exchange.close();
  }

  /** The content, which may come in signed chunks. */
  private static byte[] text(byte[] sent) {
    String body = new String(sent, StandardCharsets.UTF_8);
    return (body.contains("chunk-signature") || body.contains("\r\n")
            ? body.split("\r\n")[1]
            : body)
        .getBytes(StandardCharsets.UTF_8);
  }
}
