package io.keeling.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.Page;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.NetworkConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a fetch does not go, and for how long it stays, whatever the host answers. */
class GuardedFetchTest {

  private static final byte[] NOTHING = new byte[0];

  private static HttpServer server;
  private static SinglePageFetcher fetcher;
  private static volatile String location = "/";

  @BeforeAll
  static void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/robots.txt",
        exchange -> {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.createContext(
        "/away",
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.createContext(
        "/here",
        exchange -> {
          exchange.sendResponseHeaders(200, NOTHING.length);
          exchange.close();
        });
    server.start();
    fetcher = new SinglePageFetcher(config());
  }

  @AfterAll
  static void stop() {
    fetcher.close();
    server.stop(0);
  }

  private static IngestConfig config() {
    IngestConfig defaults = IngestConfig.defaults();
    return defaults.with(
        defaults.politeness().withPause(Duration.ZERO),
        defaults.fetch().withLimits(Duration.ofSeconds(2), Duration.ofSeconds(1), 1024 * 1024),
        new NetworkConfig(
            false,
            List.of("127.0.0.1/32"),
            Map.of(
                "news.test", "127.0.0.1",
                "inside.test", "10.0.0.7",
                "other.test", "127.0.0.2",
                "sixth.test", "::1",
                "mapped.test", "::ffff:10.0.0.7",
                "nat64.test", "64:ff9b::a9fe:a9fe",
                "sixtofour.test", "2002:a9fe:a9fe::")));
  }

  private static Page fetch(String path) throws InterruptedException {
    return fetcher.fetch("http://news.test:" + server.getAddress().getPort() + path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.7/",
        "http://0xA9FEA9FE/latest/meta-data/",
        "http://2852039166/latest/meta-data/",
        "http://0251.0376.0251.0376/",
        "http://169.254.169.254:80/",
        "http://168.63.129.16/",
        "http://100.100.100.200/",
        "http://[::1]/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://[::127.0.0.2]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[2002:a9fe:a9fe::]/",
        "http://[fd00:ec2::254]/",
        "http://[fe80::1]/",
        "http://１６９．２５４．１６９．２５４/",
        "http://inside.test/",
        "http://other.test/",
        "http://sixth.test/",
        "http://mapped.test/",
        "http://nat64.test/",
        "http://sixtofour.test/",
        "//inside.test/",
        "file:///etc/passwd",
        "ftp://news.test/",
        "gopher://news.test/",
        "jar:http://news.test!/x",
        "data:text/html,x",
        "javascript:alert(1)",
        "http://"
      })
  void aRedirectToWhereWeDoNotGoIsRefused(String target) throws InterruptedException {
    location = new String(target.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    Page page = fetch("/away");

    assertThat(page.outcome()).isEqualTo(FetchOutcome.REFUSED);
    assertThat(page.problem()).isNotBlank();
    assertThat(page.body()).isEmpty();
  }

  @Test
  void aRedirectToWhereWeMayGoIsFollowedAndCounted() throws InterruptedException {
    location = "/here";
    assertThat(fetch("/away").outcome()).isEqualTo(FetchOutcome.FETCHED);
    assertThat(fetch("/away").finalUrl()).endsWith("/here");

    location = "/away?again";
    Page endless = fetch("/away");
    assertThat(endless.outcome()).isEqualTo(FetchOutcome.REFUSED);
    assertThat(endless.problem()).isEqualTo("more than 5 redirects");
  }

  @Test
  void anAnswerWhoseHeaderDripsIsCut() throws Exception {
    try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      CountDownLatch end = new CountDownLatch(1);
      Thread dripping = new Thread(() -> drip(slow, end), "dripping-server");
      dripping.setDaemon(true);
      dripping.start();
      long start = System.nanoTime();
      Page page = fetcher.fetch("http://news.test:" + slow.getLocalPort() + "/");
      end.countDown();

      assertThat(page.outcome()).isEqualTo(FetchOutcome.UNREACHABLE);
      assertThat(page.problem()).contains("no whole answer within PT1S");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
  }

  /** Sends a header without end, a byte at a time, each well within the longest silence. */
  private static void drip(ServerSocket slow, CountDownLatch end) {
    try (Socket socket = slow.accept();
        OutputStream out = socket.getOutputStream()) {
      out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
      while (!end.await(50, TimeUnit.MILLISECONDS)) {
        out.write('a');
        out.flush();
      }
    } catch (IOException e) {
      // The client has gone, as it should.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
