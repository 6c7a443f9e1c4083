package io.keeling.embedded.postgres;

import io.keeling.embedded.FreePorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A PostgreSQL server of this process, from embedded binaries, bound to the loopback address.
 * Threads may share it.
 *
 * <p>Its data survives a restart on the same directory.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  /** The superuser; it has no password, and only this machine can reach the server. */
  public static final String USER = "postgres";

  /**
   * Time limit for the server to come up: it may have to recover after a kill, on a busy machine.
   */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;

  private EmbeddedDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts a server on a free port and waits until it answers.
   *
   * @param directory where the data lives; initialised if it is empty
   * @throws IOException if the directory cannot be written or the server does not come up
   */
  public static EmbeddedDatabase start(Path directory) throws IOException {
    return start(directory, 0);
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @param directory where the data lives; initialised if it is empty
   * @param port the port to listen on, 0 for a free one
   * @throws IOException if the directory cannot be written or the server does not come up
   */
  public static EmbeddedDatabase start(Path directory, int port) throws IOException {
    return start(directory, port, Map.of());
  }

  /**
   * Starts a server with further settings and waits until it answers.
   *
   * @param directory where the data lives; initialised if it is empty
   * @param port the port to listen on, 0 for a free one
   * @param settings under PostgreSQL's own names; they win
   * @throws IOException if the directory cannot be written or the server does not come up
   */
  public static EmbeddedDatabase start(Path directory, int port, Map<String, String> settings)
      throws IOException {
    Files.createDirectories(directory);
    Leftover.stop(directory);
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            // Files stay whole if the machine fails; the last commits may go, and their offsets
            // with them.
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "off")
            .setServerConfig("max_connections", "60")
            .setServerConfig("max_wal_size", "4GB")
            .setPort(port == 0 ? FreePorts.find() : port)
            .setPGStartupWait(START_LIMIT)
            .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD);
    settings.forEach(builder::setServerConfig);
    try {
      return new EmbeddedDatabase(builder.start());
    } catch (IOException | RuntimeException e) {
      Leftover.stop(directory); // It may have come up too late, or half.
      throw e;
    }
  }

  /**
   * Stops the server that a killed process left running on a directory, so that its port is free.
   * {@link #start} does so too.
   *
   * @throws IOException if the directory cannot be read or the server does not stop
   */
  public static void stopLeftover(Path directory) throws IOException {
    Leftover.stop(directory);
  }

  /** JDBC address of the server's own database, for {@link #USER}. */
  public String jdbcUrl() {
    return server.getJdbcUrl(USER, "postgres");
  }

  /** Connections to the server's own database, without a pool. */
  public DataSource dataSource() {
    return server.getPostgresDatabase();
  }

  /** Stops the server. */
  @Override
  public void close() throws IOException {
    server.close();
  }
}
