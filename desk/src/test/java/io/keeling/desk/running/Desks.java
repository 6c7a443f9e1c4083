package io.keeling.desk.running;

import io.keeling.environment.SharedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a test, or the tests of a class, the {@link RunningDesk} they ask for, without articles and
 * on a database of its own, and the {@link Staff} of it; closes both after them.
 */
public final class Desks implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(Desks.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == RunningDesk.class || type == Staff.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext.Store store = context.getStore(NAMESPACE);
    RunningDesk desk = store.computeIfAbsent(RunningDesk.class, key -> open(), RunningDesk.class);
    return parameter.getParameter().getType() == Staff.class
        ? store.computeIfAbsent(Staff.class, key -> new Staff(desk), Staff.class)
        : desk;
  }

  /** JDBC address of a new database with the sink's schema. */
  public static String database() {
    return SharedDatabase.copyOf(Schema.URL);
  }

  private static RunningDesk open() {
    try {
      Path search = Files.createTempDirectory("keeling-desk");
      return RunningDesk.open(database(), search, () -> IOUtils.rm(search));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What every desk begins with: the migrations run once. */
  private static final class Schema {

    static final String URL = SharedDatabase.create();

    static {
      RunningDesk.migrate(URL);
    }
  }
}
