package io.keeling.feeds.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.feeds.config.FeedsConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseIT {

  private static final int USUAL_MILLIS = 15_000;

  @Test
  void aConnectionThatWasAllowedMoreTimeHasAsMuchAsUsualAfterwards(@TempDir Path directory)
      throws Exception {
    try (EmbeddedDatabase server = EmbeddedDatabase.start(directory);
        Database database =
            Database.open(
                FeedsConfig.defaults().database().at(server.jdbcUrl(), EmbeddedDatabase.USER, null),
                new SimpleMeterRegistry())) {
      Set<Integer> allowed = new HashSet<>();

      database
          .jdbi()
          .useTransaction(
              handle -> {
                database.allow(handle, Duration.ofMinutes(30));
                allowed.add(timeout(handle));
              });

      assertThat(allowed).containsExactly(30 * 60_000 + 10_000);
      try (Handle one = database.jdbi().open();
          Handle other = database.jdbi().open()) {
        assertThat(Set.of(timeout(one), timeout(other) + 1))
            .containsExactlyInAnyOrder(USUAL_MILLIS, USUAL_MILLIS + 1);
      }
    }
  }

  private static int timeout(Handle handle) throws SQLException {
    return handle.getConnection().getNetworkTimeout();
  }
}
