package io.keeling.feeds.desk;

import io.keeling.embedded.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a test, or the tests of a class, the {@link Desk} they ask for, without articles and on a
 * database of its own, and closes it after them. All of them share one PostgreSQL, which stops when
 * the last test is done.
 */
public final class Desks implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(Desks.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Desk.class;
  }

  @Override
  public Desk resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Shared shared =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(Desk.class, key -> shared.open(), Desk.class);
  }

  private record Shared(Path directory, EmbeddedDatabase server, AtomicInteger count)
      implements AutoCloseable {

    static Shared start() {
      try {
        Path directory = Files.createTempDirectory("keeling-feeds");
        EmbeddedDatabase server = EmbeddedDatabase.start(directory.resolve("database"));
        return new Shared(directory, server, new AtomicInteger());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Desk open() {
      String name = "desk_" + count.incrementAndGet();
      try (Connection connection = server.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
        return Desk.open(
            server.jdbcUrl().replace("/postgres?", "/" + name + "?"), directory.resolve(name));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }
}
