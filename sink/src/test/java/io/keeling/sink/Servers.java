package io.keeling.sink;

import io.keeling.embedded.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands each test that asks for a {@link TestDatabase} an empty one. All tests share one
 * PostgreSQL, which stops when the last of them is done.
 */
public final class Servers implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestDatabase.class;
  }

  @Override
  public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(Servers.class))
        .computeIfAbsent(Shared.class, key -> Shared.start(), Shared.class)
        .create();
  }

  private record Shared(Path directory, EmbeddedDatabase server, AtomicInteger count)
      implements AutoCloseable {

    static Shared start() {
      try {
        Path directory = Files.createTempDirectory("keeling-sink");
        return new Shared(directory, EmbeddedDatabase.start(directory), new AtomicInteger());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    TestDatabase create() {
      String name = "test_" + count.incrementAndGet();
      try (Connection connection = server.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return new TestDatabase(server.jdbcUrl().replace("/postgres?", "/" + name + "?"));
    }

    @Override
    public void close() throws IOException {
      server.close();
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }
}
