package io.keeling.environment;

import io.keeling.embedded.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server for all tests of this JVM, each of which gets databases of its own. It starts
 * when the first is asked for, and stops with the JVM.
 *
 * <p>Its files are not for keeping: it does not wait for the disk.
 */
public final class SharedDatabase {

  private static final Map<String, String> NOT_FOR_KEEPING =
      Map.of("fsync", "off", "full_page_writes", "off", "max_connections", "200");

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static @Nullable EmbeddedDatabase server;

  private SharedDatabase() {}

  /** JDBC address of a new database without tables, for {@link EmbeddedDatabase#USER}. */
  public static String create() {
    return create("");
  }

  /**
   * JDBC address of a new database with all that is in another, such as the tables of a schema,
   * which is quicker than to make them.
   *
   * @param url what {@link #create} gave; nobody may be connected to it
   */
  public static String copyOf(String url) {
    return create(" TEMPLATE " + name(url));
  }

  /** Takes a database away, with those who are connected to it. */
  public static void drop(String url) {
    execute("DROP DATABASE " + name(url) + " WITH (FORCE)");
  }

  private static String create(String options) {
    String name = "database_" + COUNT.incrementAndGet();
    execute("CREATE DATABASE " + name + options);
    return server().jdbcUrl().replaceFirst("[?].*", "").replaceFirst("[^/]*$", name);
  }

  private static String name(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static void execute(String sql) {
    try (Connection connection = server().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static synchronized EmbeddedDatabase server() {
    EmbeddedDatabase running = server;
    if (running == null) {
      try {
        Path directory = Files.createTempDirectory("keeling-shared");
        running = EmbeddedDatabase.start(directory, 0, NOT_FOR_KEEPING);
        stopWithTheJvm(running, directory);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot start PostgreSQL", e);
      }
      server = running;
    }
    return running;
  }

  private static void stopWithTheJvm(EmbeddedDatabase running, Path directory) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running, directory), "stop-shared"));
  }

  private static void stop(EmbeddedDatabase running, Path directory) {
    try {
      running.close();
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    } catch (IOException | UncheckedIOException e) {
      System.err.println("PostgreSQL did not stop, or leaves " + directory + ": " + e);
    }
  }
}
