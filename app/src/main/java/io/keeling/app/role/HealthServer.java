package io.keeling.app.role;

import io.javalin.Javalin;
import io.javalin.http.ContentType;
import io.javalin.http.HttpStatus;
import io.keeling.app.UserException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/**
 * Serves a role's /healthz, /readyz and /metrics. Threads may share it.
 *
 * <p>/healthz fails when the process should be restarted, /readyz while the role cannot do its
 * work, with a line for each reason.
 */
public final class HealthServer implements AutoCloseable {

  private final Javalin server;

  private HealthServer(Javalin server) {
    this.server = server;
  }

  /**
   * Starts serving.
   *
   * @throws UserException if the port is taken
   */
  public static HealthServer start(
      String bindAddress, int port, RunningRole role, PrometheusMeterRegistry meters) {
    Javalin server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.routes.get(
                  "/healthz",
                  context -> {
                    boolean alive = role.alive().getAsBoolean();
                    context
                        .status(alive ? HttpStatus.OK : HttpStatus.INTERNAL_SERVER_ERROR)
                        .result(alive ? "ok\n" : "dead\n");
                  });
              config.routes.get(
                  "/readyz",
                  context -> {
                    List<String> problems = role.problems().get();
                    context
                        .status(problems.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                        .result(
                            problems.isEmpty() ? "ready\n" : String.join("\n", problems) + "\n");
                  });
              config.routes.get(
                  "/metrics",
                  context -> context.contentType(ContentType.TEXT_PLAIN).result(meters.scrape()));
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

  @Override
  public void close() {
    server.stop();
  }
}
