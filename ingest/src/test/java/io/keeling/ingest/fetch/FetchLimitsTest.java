package io.keeling.ingest.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.Page;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.NetworkConfig;
import io.keeling.ingest.config.PolitenessConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits of what a host may send beside its pages. */
class FetchLimitsTest {

  private HttpServer server;
  private volatile int headers = 1;
  private volatile int headerLength = 10;
  private volatile int robotsLength = 10;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/robots.txt", exchange -> answer(exchange, "#" + filler(robotsLength)));
    server.createContext(
        "/page",
        exchange -> {
          for (int i = 0; i < headers; i++) {
            exchange.getResponseHeaders().add("X-Filler-" + i, filler(headerLength));
          }
          answer(exchange, "<p>News.</p>");
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static String filler(int length) {
    return "x".repeat(length);
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(US_ASCII);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Page fetch() throws InterruptedException {
    IngestConfig config =
        IngestConfig.defaults()
            .with(PolitenessConfig.defaults().withPause(Duration.ZERO), NetworkConfig.local());
    try (SinglePageFetcher fetcher = new SinglePageFetcher(config)) {
      return fetcher.fetch("http://127.0.0.1:" + server.getAddress().getPort() + "/page");
    }
  }

  @Test
  void headersAreLimitedInNumber() throws InterruptedException {
    headers = 210;
    assertThat(fetch().outcome()).isEqualTo(FetchOutcome.UNREACHABLE);

    headers = 180;
    assertThat(fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
  }

  @Test
  void headersAreLimitedInLength() throws InterruptedException {
    headerLength = 17_000;
    assertThat(fetch().outcome()).isEqualTo(FetchOutcome.UNREACHABLE);

    headerLength = 16_000;
    assertThat(fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
  }

  @Test
  void robotsTxtIsLimitedInSizeBeyondWhatItsStandardAsksFor() throws InterruptedException {
    robotsLength = 600_000;
    assertThat(fetch().problem()).isEqualTo("robots.txt is too large");

    robotsLength = 500 * 1024 - 1;
    assertThat(fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
  }
}
