package io.keeling.bench.memory;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Hosts on one port that publish articles at a steady rate, in turns; each has a feed of its newest
 * ones. Threads may share it. The numbers were chosen.
 */
final class GrowingPress implements AutoCloseable {

  /** How many hosts publish. */
  private static final int HOSTS = 40;

  /** How many requests are answered at once. */
  private static final int THREADS = 8;

  /** How often a feed is looked at. */
  private static final Duration POLL = Duration.ofSeconds(20);

  /** Articles in a feed: more than a host publishes between many looks. */
  private static final int LISTED = 200;

  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);
  private final double perSecond;
  private final IntFunction<String> pages;
  private final AtomicInteger served = new AtomicInteger();
  private final long start = System.nanoTime();

  private GrowingPress(double perSecond, IntFunction<String> pages) throws IOException {
    this.perSecond = perSecond;
    this.pages = pages;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", this::answer);
  }

  /**
   * Starts to publish.
   *
   * @param pages the n-th article's page
   */
  static GrowingPress start(double perSecond, IntFunction<String> pages) throws IOException {
    GrowingPress press = new GrowingPress(perSecond, pages);
    press.server.start();
    return press;
  }

  /** What a catalogue must hold to watch it. */
  List<Source> sources() {
    return IntStream.range(0, HOSTS)
        .mapToObj(
            host ->
                new Source(
                    "paper-" + host,
                    SourceKind.FEED,
                    address(host) + "/feed.xml",
                    "Paper " + host,
                    "en",
                    null,
                    POLL))
        .toList();
  }

  private String address(int host) {
    return "http://paper-%s.localhost:%s".formatted(host, server.getAddress().getPort());
  }

  /** Articles so far. */
  int published() {
    return (int) ((System.nanoTime() - start) / 1e9 * perSecond);
  }

  /** How often a page of an article was served. */
  int served() {
    return served.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/feed.xml")) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        int number = Integer.parseInt(host.substring("paper-".length(), host.indexOf('.')));
        send(exchange, "application/rss+xml", feed(number));
      } else if (path.startsWith("/news/")) {
        served.incrementAndGet();
        int number = Integer.parseInt(path.substring("/news/".length()));
        send(exchange, "text/html; charset=utf-8", pages.apply(number));
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private String feed(int host) {
    StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Paper</title>");
    int newest = published() - 1;
    newest -= Math.floorMod(newest - host, HOSTS);
    for (int n = newest; n >= 0 && n > newest - LISTED * HOSTS; n -= HOSTS) {
      feed.append(
          "<item><title>Number %s</title><link>%s/news/%s</link></item>"
              .formatted(n, address(host), n));
    }
    return feed.append("</channel></rss>").toString();
  }

  private static void send(HttpExchange exchange, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
