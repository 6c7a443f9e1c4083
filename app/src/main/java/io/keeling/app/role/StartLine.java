package io.keeling.app.role;

import io.keeling.app.build.Build;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.config.Redaction;
import io.keeling.storage.DatabaseConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * The log line of a process at its start: its version, its role, its connections and its addresses.
 * Contains no secret.
 */
public final class StartLine {

  private StartLine() {}

  public static String of(RoleName role, KeelingConfig config) {
    List<String> parts = new ArrayList<>();
    parts.add("Kafka " + Redaction.address(config.kafka().bootstrapServers()));
    switch (role) {
      case INGEST -> parts.add("state in " + config.ingest().streams().stateDirectory());
      case ENRICH -> parts.add("state in " + config.enrich().stateDirectory());
      case SINK -> parts.add(database(config.database()));
      case DESK -> {
        parts.add(database(config.database()));
        parts.add("search index in " + config.desk().search().directory());
        parts.add("page " + config.desk().baseUrl() + "/");
      }
    }
    parts.add(
        "health http://%s:%d/"
            .formatted(config.health().bindAddress(), role.healthPort(config.health())));
    return "Keeling %s (%s) on Java %s runs %s: %s"
        .formatted(
            Build.version(),
            Build.commit(),
            Runtime.version(),
            role.label(),
            String.join(", ", parts));
  }

  private static String database(DatabaseConfig database) {
    return "PostgreSQL %s as %s".formatted(Redaction.address(database.url()), database.user());
  }
}
