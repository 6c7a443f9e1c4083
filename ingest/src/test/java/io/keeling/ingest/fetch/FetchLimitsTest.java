package io.keeling.ingest.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.Page;
import io.keeling.ingest.config.FetchConfig;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.NetworkConfig;
import io.keeling.ingest.config.PolitenessConfig;
import io.keeling.ingest.config.RobotsConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits of what a host may send beside its pages, as the operator sets them. */
class FetchLimitsTest {

  private static final FetchConfig FETCH = FetchConfig.defaults();

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

  private Page fetch(IngestConfig.Section limits) throws InterruptedException {
    IngestConfig config =
        IngestConfig.defaults()
            .with(
                PolitenessConfig.defaults().withPause(Duration.ZERO),
                NetworkConfig.local(),
                limits);
    try (SinglePageFetcher fetcher = new SinglePageFetcher(config)) {
      return fetcher.fetch("http://127.0.0.1:" + server.getAddress().getPort() + "/page");
    }
  }

  private static FetchConfig headers(int most, int longest) {
    return new FetchConfig(
        FETCH.connectTimeout(),
        FETCH.answerTimeout(),
        FETCH.totalTimeout(),
        FETCH.largestTransfer(),
        FETCH.largestBody(),
        FETCH.redirects(),
        most,
        longest,
        FETCH.keepAlive(),
        FETCH.ioThreads());
  }

  @Test
  void headersAreLimitedInNumber() throws InterruptedException {
    headers = 30;

    assertThat(fetch(headers(20, 1024)).outcome()).isEqualTo(FetchOutcome.UNREACHABLE);
    assertThat(fetch(headers(40, 1024)).outcome()).isEqualTo(FetchOutcome.FETCHED);
  }

  @Test
  void headersAreLimitedInLength() throws InterruptedException {
    headerLength = 3_000;

    assertThat(fetch(headers(40, 2_048)).outcome()).isEqualTo(FetchOutcome.UNREACHABLE);
    assertThat(fetch(headers(40, 4_096)).outcome()).isEqualTo(FetchOutcome.FETCHED);
  }

  @Test
  void robotsTxtIsLimitedInSize() throws InterruptedException {
    robotsLength = 600_000;
    RobotsConfig usual = RobotsConfig.defaults();
    RobotsConfig larger =
        new RobotsConfig(
            usual.freshness(), usual.retry(), 700_000, usual.hosts(), usual.redirectWait());

    assertThat(fetch(usual).problem()).isEqualTo("robots.txt is too large");
    assertThat(fetch(larger).outcome()).isEqualTo(FetchOutcome.FETCHED);
  }
}
