package io.keeling.deploy.prometheus;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A site beside the press, with feeds that lead where no article is. */
final class OutsideSite implements AutoCloseable {

  static final String HOST = "outside.localhost";

  /** Links of a feed. */
  static final int LINKS = 150;

  private final HttpServer server;

  OutsideSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve("/long", i -> address("/nothing-" + i));
    serve("/inside", i -> "http://10.9.%d.%d/story".formatted(i / 50, i % 50 + 1));
    server.start();
  }

  private void serve(String path, IntFunction<String> link) {
    byte[] feed =
        IntStream.range(0, LINKS)
            .mapToObj(
                i ->
                    "<item><title>Story %d</title><link>%s</link></item>"
                        .formatted(i, link.apply(i)))
            .collect(
                Collectors.joining(
                    "", "<rss version=\"2.0\"><channel><title>Outside</title>", "</channel></rss>"))
            .getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
          }
        });
  }

  /** The address of a path. */
  String address(String path) {
    return "http://" + HOST + ":" + server.getAddress().getPort() + path;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
