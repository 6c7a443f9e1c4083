package io.keeling.newsroom;

import io.keeling.newsroom.design.Designs;
import io.keeling.newsroom.expect.Expectation;
import io.keeling.newsroom.expect.Expectations;
import io.keeling.newsroom.hostile.Traps;
import io.keeling.newsroom.log.RequestLog;
import io.keeling.newsroom.press.EntryPoint;
import io.keeling.newsroom.press.House;
import io.keeling.newsroom.press.Press;
import io.keeling.newsroom.press.PressFiles;
import io.keeling.newsroom.route.Route;
import io.keeling.newsroom.server.Editions;
import io.keeling.newsroom.server.PressServer;
import io.keeling.newsroom.server.PressSite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The fictional press: about ten invented outlets served over HTTP from one port, each on a host of
 * its own, with what a test needs to judge a client: {@link #expectations} says what must become of
 * every address, {@link #requests} how the client behaved. Threads may share it.
 *
 * <p>An outlet is found by the first label of the Host header, and every address it writes starts
 * with the Host header it was asked by. So {@code http://harbour-herald.localhost:8090/} in a
 * browser and {@code http://harbour-herald.newsroom:8090/} between containers both work.
 */
public final class Newsroom implements AutoCloseable {

  private final NewsroomConfig config;
  private final Press press;
  private final Editions editions;
  private final RequestLog requests;
  private final PressServer server;

  private Newsroom(NewsroomConfig config) throws IOException {
    this.config = config;
    this.press = PressFiles.read();
    this.editions = new Editions(config.correctAfter());
    this.requests = new RequestLog();
    Designs designs = new Designs();
    Traps traps = new Traps(designs, config.slowPause());
    Map<String, Function<String, Route>> sites = new HashMap<>();
    for (House house : press.houses().values()) {
      sites.put(
          house.id(),
          new PressSite(house, press, editions, designs, traps, config.retryAfter().toSeconds())
              ::route);
    }
    this.server =
        new PressServer(
            new InetSocketAddress(config.bindAddress(), config.port()),
            sites,
            index(designs),
            requests);
  }

  /**
   * Starts serving.
   *
   * @throws IOException if the address cannot be bound, such as a port that is taken
   */
  public static Newsroom start(NewsroomConfig config) throws IOException {
    return new Newsroom(config);
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** The outlets with their entry points, which together lead to every expected address. */
  public List<Outlet> outlets() {
    return press.houses().values().stream().map(this::outlet).toList();
  }

  /**
   * The host names and the address each must resolve to, for a client that resolves them itself: no
   * name server knows them.
   */
  public Map<String, InetAddress> hosts() {
    InetAddress address =
        config.bindAddress().isAnyLocalAddress()
            ? InetAddress.getLoopbackAddress()
            : config.bindAddress();
    Map<String, InetAddress> hosts = new LinkedHashMap<>();
    outlets().forEach(outlet -> hosts.put(outlet.host(), address));
    return hosts;
  }

  /** What must become of every article and every trap. */
  public List<Expectation> expectations() {
    return Expectations.of(press, this::base);
  }

  /** The requests so far. */
  public RequestLog requests() {
    return requests;
  }

  /**
   * Brings out the next edition of an article; without effect when its last one is out.
   *
   * @param articleId {@code outlet/slug}
   * @throws java.util.NoSuchElementException if there is no such article
   */
  public void correct(String articleId) {
    editions.correct(press.article(articleId));
  }

  /** Brings out the last edition of every article. */
  public void correctAll() {
    editions.correctAll();
  }

  /** Stops serving at once. */
  @Override
  public void close() {
    server.close();
  }

  private Outlet outlet(House house) {
    List<EntryPoint> entryPoints =
        house.feeds().stream()
            .filter(House.FeedAddress::entry)
            .map(feed -> new EntryPoint(feed.format().kind(), base(house.id()) + feed.path()))
            .toList();
    return new Outlet(
        house.id(),
        house.name(),
        house.id() + "." + config.domain(),
        house.language(),
        entryPoints);
  }

  private String base(String outletId) {
    return "http://" + outletId + "." + config.domain() + ":" + port();
  }

  private Route index(Designs designs) {
    return visit ->
        visit.send(
            200,
            "text/html; charset=utf-8",
            designs
                .index(press, "." + config.domain() + ":" + port())
                .getBytes(StandardCharsets.UTF_8),
            false);
  }
}
