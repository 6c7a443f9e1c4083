package io.keeling.app.role;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.keeling.app.failure.UserException;
import io.keeling.app.logging.Loggers;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Serves a role's /healthz, /readyz, /metrics, /loggers and its further pages, and at / a list of
 * all of them. Threads may share it.
 *
 * <p>/healthz fails when the process should be restarted, /readyz while the role cannot do its
 * work, with a line for each reason. A role that is ready may have notes as well.
 */
public final class HealthServer implements AutoCloseable {

  /** Maximum number of concurrent requests: enough for monitoring and a few people. */
  private static final int MOST_THREADS = 16;

  /**
   * Maximum number of connections: enough for monitoring and a few people, even if many clients
   * keep one open.
   */
  private static final int MOST_CONNECTIONS = 200;

  /**
   * Idle time-out in milliseconds when crowded: short, so that idle connections keep nobody out.
   */
  private static final long CROWDED_IDLE_MILLIS = 5_000;

  /** IPv6 forms of this machine's own address. */
  private static final Set<String> LOOPBACK_6 =
      Set.of("::1", "[::1]", "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]");

  /** Host names that mean this machine. */
  private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Javalin server;

  private HealthServer(Javalin server) {
    this.server = server;
  }

  /** Starts serving; throws {@link UserException} if the port is in use. */
  public static HealthServer start(
      String bindAddress, int port, RunningRole role, PrometheusMeterRegistry meters) {
    Javalin server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS);
              config.jetty.modifyServer(HealthServer::limit);
              config.routes.before(HealthServer::secure);
              get(config, "/", context -> context.html(index(role)));
              get(config, "/healthz", context -> health(context, role));
              get(config, "/readyz", context -> readiness(context, role));
              get(
                  config,
                  "/metrics",
                  context -> context.contentType(ContentType.TEXT_PLAIN).result(meters.scrape()));
              get(config, "/loggers", context -> context.result(Loggers.list()));
              config.routes.put("/loggers/{name}", HealthServer::log);
              role.pages()
                  .forEach((path, page) -> get(config, path, context -> show(context, page)));
            });
    try {
      server.start(bindAddress, port);
    } catch (RuntimeException e) {
      throw new UserException(
          "cannot listen on %s:%d for the health of %s. Is it taken? Choose another with health.%sPort."
              .formatted(bindAddress, port, role.name(), role.name()),
          e);
    }
    return new HealthServer(server);
  }

  private static void limit(Server jetty) {
    NetworkConnectionLimit limit = new NetworkConnectionLimit(MOST_CONNECTIONS, jetty);
    limit.setEndPointIdleTimeout(CROWDED_IDLE_MILLIS);
    jetty.addBean(limit);
  }

  /** Adds a route for GET and HEAD. The server itself omits the body of an answer to HEAD. */
  private static void get(JavalinConfig config, String path, Handler handler) {
    config.routes.get(path, handler);
    config.routes.head(path, handler);
  }

  private static void health(Context context, RunningRole role) {
    boolean alive = role.alive().getAsBoolean();
    context
        .status(alive ? HttpStatus.OK : HttpStatus.INTERNAL_SERVER_ERROR)
        .result(alive ? "ok\n" : "dead\n");
  }

  private static void readiness(Context context, RunningRole role) {
    List<String> problems = role.problems().get();
    List<String> lines = new ArrayList<>(problems.isEmpty() ? List.of("ready") : problems);
    role.notes().get().stream().filter(note -> !lines.contains(note)).forEach(lines::add);
    context
        .status(problems.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .result(String.join("\n", lines) + "\n");
  }

  /**
   * Changes a log level, from this machine only. Also checks the host name, to refuse web pages in
   * a local browser.
   */
  private static void log(Context context) {
    String host = String.valueOf(context.host()).replaceFirst(":\\d+$", "");
    if (!isLoopback(context.ip()) || !LOCAL_NAMES.contains(host)) {
      context.status(HttpStatus.FORBIDDEN).result("only from this machine, at localhost\n");
      return;
    }
    Optional<String> problem =
        Loggers.set(context.pathParam("name"), String.valueOf(context.queryParam("level")));
    context
        .status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
        .result(problem.map(line -> line + "\n").orElseGet(Loggers::list));
  }

  private static boolean isLoopback(String address) {
    return address.startsWith("127.") || LOOPBACK_6.contains(address);
  }

  private static void secure(Context context) {
    context
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store");
  }

  private static void show(Context context, HealthPage page) {
    context.contentType(page.contentType()).result(page.body().get());
  }

  private static String index(RunningRole role) {
    String items =
        Stream.concat(
                Stream.of("/healthz", "/readyz", "/metrics", "/loggers"),
                role.pages().keySet().stream())
            .sorted()
            .map(path -> "<li><a href=\"" + path + "\">" + path + "</a>")
            .collect(Collectors.joining("\n"));
    return "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>%s</title>\n<h1>%s</h1>\n<ul>\n%s\n</ul>\n"
        .formatted(role.name(), role.name(), items);
  }

  @Override
  public void close() {
    server.stop();
  }
}
