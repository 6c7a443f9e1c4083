package io.keeling.feeds;

import io.javalin.Javalin;
import io.keeling.feeds.health.RequestMetrics;
import io.keeling.feeds.store.Database;
import io.keeling.feeds.web.Routes;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The editors' desk: reads PostgreSQL and serves the page, the API and the feeds over HTTP. Threads
 * may share it.
 *
 * <p>It starts whether or not the database is there, and answers as soon as it is.
 */
public final class Feeds implements AutoCloseable {

  /** More requests at a time than connections to the database, so that health is always told. */
  private static final int MOST_THREADS = 64;

  private final Database database;
  private final Javalin server;

  private Feeds(Database database, Javalin server) {
    this.database = database;
    this.server = server;
  }

  /**
   * Starts to serve.
   *
   * @throws IllegalStateException if the port cannot be listened on
   */
  public static Feeds start(FeedsConfig config, MeterRegistry meters) {
    Database database = Database.open(config.database(), meters);
    try {
      Routes routes = new Routes(config, database, meters);
      Javalin server =
          Javalin.create(
              javalin -> {
                javalin.startup.showJavalinBanner = false;
                javalin.startup.showOldJavalinVersionWarning = false;
                javalin.startup.startupWatcherEnabled = false;
                javalin.http.prefer405over404 = true;
                javalin.router.ignoreTrailingSlashes = true;
                javalin.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 4);
                javalin.requestLogger.http(new RequestMetrics(meters));
                routes.add(javalin.routes);
              });
      server.start(config.host(), config.port());
      return new Feeds(database, server);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** What keeps it from answering, one line each; empty if nothing does. */
  public List<String> problems() {
    return database.problems();
  }

  /** Whether it runs; if not, the process should be started again. */
  public boolean alive() {
    return server.jettyServer().server().isRunning();
  }

  /** Finishes the requests at hand and stops. */
  @Override
  public void close() {
    server.stop();
    database.close();
  }
}
