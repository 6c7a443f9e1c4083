package io.keeling.newsroom.scale;

import io.keeling.newsroom.log.RequestLog;
import io.keeling.newsroom.route.Route;
import io.keeling.newsroom.server.PressServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A generated press of many hosts on one port, told apart by the Host header like the outlets of
 * {@link io.keeling.newsroom.Newsroom}: for benchmarks, and for tests of how many hosts are kept
 * apart. Its words are made from a seed. Threads may share it.
 */
public final class ScalePress implements AutoCloseable {

  private final ScaleConfig config;
  private final RequestLog requests = new RequestLog();
  private final PressServer server;

  private ScalePress(ScaleConfig config, int port) throws IOException {
    this.config = config;
    Map<String, Function<String, Route>> sites = new HashMap<>();
    for (int i = 0; i < config.hosts(); i++) {
      sites.put(label(i), new GeneratedSite(this, config, i)::route);
    }
    this.server =
        new PressServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            sites,
            visit -> visit.send(404),
            requests);
  }

  /**
   * Starts serving on loopback.
   *
   * @param port 0 for any free one
   * @throws IOException if the port cannot be bound
   */
  public static ScalePress start(ScaleConfig config, int port) throws IOException {
    return new ScalePress(config, port);
  }

  /** All feeds, host by host. */
  public List<String> feeds() {
    List<String> feeds = new ArrayList<>();
    for (int host = 0; host < config.hosts(); host++) {
      for (int source = 0; source < config.sourcesPerHost(); source++) {
        feeds.add(url(host, "/feed-" + source + ".xml"));
      }
    }
    return feeds;
  }

  /** The name of a host, counted from 0, which leads to loopback without a name server. */
  public String host(int number) {
    return label(number) + ".localhost";
  }

  /** How many articles can be found. */
  public int articles() {
    return (config.hosts() - config.odd().hanging())
        * config.sourcesPerHost()
        * config.articlesPerSource();
  }

  /** The requests so far. */
  public RequestLog requests() {
    return requests;
  }

  String url(int host, String path) {
    return "http://" + host(host) + ":" + server.port() + path;
  }

  private static String label(int number) {
    return "paper-" + number;
  }

  /** Stops serving at once. */
  @Override
  public void close() {
    server.close();
  }
}
