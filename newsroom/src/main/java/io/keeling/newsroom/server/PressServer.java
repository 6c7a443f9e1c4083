package io.keeling.newsroom.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keeling.newsroom.log.LoggedRequest;
import io.keeling.newsroom.log.RequestLog;
import io.keeling.newsroom.route.Route;
import io.keeling.newsroom.route.Visit;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server behind all outlets: one port, one virtual host for each outlet, told apart by the
 * first label of the Host header, so that {@code herald.localhost} and {@code herald.newsroom} are
 * the same. Any other host gets the list of outlets. Threads may share it.
 */
public final class PressServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PressServer.class);

  /** Requests answered at once; the slow and endless pages hold a thread each. */
  private static final int MOST_THREADS = 512;

  /** Connections waiting to be accepted. */
  private static final int BACKLOG = 1024;

  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final Map<String, Function<String, Route>> sites;
  private final Route index;
  private final RequestLog log;

  /**
   * Binds and starts.
   *
   * @param sites what answers at a path, by the first label of the host name
   * @param index what answers on any other host
   * @throws IOException if the address cannot be bound
   */
  public PressServer(
      InetSocketAddress address,
      Map<String, Function<String, Route>> sites,
      Route index,
      RequestLog log)
      throws IOException {
    this.sites = Map.copyOf(sites);
    this.index = index;
    this.log = log;
    this.threads =
        new ThreadPoolExecutor(
            0,
            MOST_THREADS,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, "newsroom");
              thread.setDaemon(true);
              return thread;
            });
    this.server = HttpServer.create(address, BACKLOG);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) {
    Headers asked = exchange.getRequestHeaders();
    String hostAndPort = asked.containsKey("Host") ? asked.getFirst("Host") : "";
    String host = hostAndPort.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    String path = exchange.getRequestURI().toString();
    long number =
        log.open(
            new LoggedRequest(
                host,
                exchange.getRequestMethod(),
                path,
                0,
                asked.getFirst("User-Agent"),
                asked.getFirst("If-None-Match"),
                asked.getFirst("If-Modified-Since"),
                Instant.now(),
                System.nanoTime(),
                null,
                false));
    Visit visit = new Visit(exchange, "http://" + hostAndPort);
    boolean aborted = false;
    try {
      route(exchange, host, path).answer(visit);
    } catch (IOException e) {
      aborted = true; // the client hung up, which is what the hostile pages are for
    } catch (InterruptedException e) {
      aborted = true;
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("{} {} could not be answered", host, visit.status(), e);
      aborted = true;
    } finally {
      log.close(number, visit.status(), visit.finishedNanos(), aborted);
      exchange.close();
    }
  }

  private Route route(HttpExchange exchange, String host, String path) {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return visit -> visit.send(405);
    }
    Function<String, Route> site = sites.get(host.split("\\.", 2)[0]);
    if (site == null) {
      return path.equals("/") ? index : PressServer::notFound;
    }
    return site.apply(path);
  }

  private static void notFound(Visit visit) throws IOException {
    visit.send(
        404, "text/plain; charset=utf-8", "Not found\n".getBytes(StandardCharsets.UTF_8), false);
  }

  /** Stops at once; pages that are still being written are cut. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
