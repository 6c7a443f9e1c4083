package io.keeling.app.doctor;

import io.keeling.app.config.KeelingConfig;
import io.keeling.app.failure.UserException;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.role.RoleName;
import io.keeling.storage.ConnectionFailures;
import io.keeling.storage.DatabaseLook;
import io.keeling.storage.SchemaState;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/** Checks of PostgreSQL. Immutable; threads may share it. */
final class DatabaseQuestions {

  private static final String SUBJECT = "database";

  /** Time limit for one answer: a healthy server takes milliseconds. */
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** Time limit for a check: connecting and one answer. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** The oldest release that PostgreSQL supports in 2026 (postgresql.org/support). */
  private static final int OLDEST_RELEASE = 14;

  /** Clock difference that makes the times of articles doubtful. NTP keeps it far smaller. */
  private static final Duration SKEW = Duration.ofSeconds(5);

  /** Clock difference that breaks schedules and limits, the shortest of which are minutes. */
  private static final Duration LARGE_SKEW = Duration.ofMinutes(1);

  private static final long MIB = 1L << 20;

  private final KeelingConfig config;
  private final Set<RoleName> roles;
  private final Clock clock;

  DatabaseQuestions(KeelingConfig config, Set<RoleName> roles, Clock clock) {
    this.config = config;
    this.roles = roles;
    this.clock = clock;
  }

  Question reachable() {
    return ask(SUBJECT, this::server);
  }

  List<Question> others() {
    List<Question> questions = new ArrayList<>();
    questions.add(ask("schema", DatabaseQuestions::schema));
    questions.add(ask("clock", this::clock));
    if (roles.contains(RoleName.SINK)) {
      questions.add(ask("stored", this::stored));
    }
    if (roles.contains(RoleName.DESK)) {
      questions.add(ask("desk", this::desk));
    }
    return questions;
  }

  /** Returns a check whose failure names the database and what to do. */
  private Question ask(String subject, Answer answer) {
    return new Question(
        subject,
        LIMIT,
        () -> {
          try (DatabaseLook look = DatabaseLook.open(config.database(), ANSWER)) {
            return List.of(answer.of(look));
          } catch (SQLException e) {
            throw new UserException(ConnectionFailures.line(config.database(), e), e);
          }
        });
  }

  @FunctionalInterface
  private interface Answer {
    Finding of(DatabaseLook look) throws SQLException;
  }

  private Finding server(DatabaseLook look) throws SQLException {
    String line =
        "PostgreSQL %s at %s as %s, %,d MiB"
            .formatted(
                look.release(),
                config.database().url().replaceFirst("[?].*", ""),
                config.database().user(),
                look.bytes() / MIB);
    return look.majorRelease() < OLDEST_RELEASE
        ? Finding.warn(
            SUBJECT,
            line + ". It is no longer supported; upgrade to " + OLDEST_RELEASE + " or newer")
        : Finding.ok(SUBJECT, line);
  }

  private static Finding schema(DatabaseLook look) throws SQLException {
    return finding(look.schema());
  }

  static Finding finding(SchemaState schema) {
    String version = schema.version() == null ? "none" : schema.version();
    return switch (schema.condition()) {
      case CURRENT -> Finding.ok("schema", "version " + version + ", that of this release");
      case EMPTY ->
          Finding.fail(
              "schema", "there are no tables. Start the sink, which makes them: keeling run sink");
      case OLDER ->
          Finding.fail(
              "schema",
              "version %s, %d older than this release. Start the sink of this release, which brings it up"
                  .formatted(version, schema.missing()));
      case NEWER ->
          Finding.warn(
              "schema",
              "version %s is of a newer release. It works while one is rolled out; then upgrade this one, docs/operators.md"
                  .formatted(version));
      case BROKEN ->
          Finding.fail(
              "schema",
              "a migration to version %s failed or is not that of this release. docs/operators.md says how to fill a new database"
                  .formatted(version));
    };
  }

  private Finding clock(DatabaseLook look) throws SQLException {
    Instant before = clock.instant();
    Instant server = look.now();
    return skew(before, server, clock.instant());
  }

  /** Compares a server's time with the local time before and after the query. */
  static Finding skew(Instant before, Instant server, Instant after) {
    Duration skew = Duration.ZERO;
    if (server.isBefore(before)) {
      skew = Duration.between(server, before);
    } else if (server.isAfter(after)) {
      skew = Duration.between(after, server);
    }
    String line =
        "this machine and PostgreSQL differ by %.1f s".formatted(skew.toMillis() / 1000.0);
    if (skew.compareTo(LARGE_SKEW) > 0) {
      return Finding.fail(
          "clock", line + ". Synchronise both with NTP: schedules and limits depend on it");
    }
    return skew.compareTo(SKEW) > 0
        ? Finding.warn("clock", line + ". Synchronise both with NTP")
        : Finding.ok("clock", line);
  }

  private Finding stored(DatabaseLook look) throws SQLException {
    try (Admin admin = Kafka.admin(config.kafka().connection(), ANSWER)) {
      Map<String, Long> lags = GroupLag.byTopic(admin, look.offsets());
      String line = "PostgreSQL: " + GroupLag.text(lags);
      return lags.values().stream().anyMatch(lag -> lag > GroupLag.MUCH)
          ? Finding.warn(
              "stored", line + ". Is it growing? Then see what the sink waits for: /readyz")
          : Finding.ok("stored", line);
    }
  }

  private Finding desk(DatabaseLook look) throws SQLException {
    return Finding.ok(
        "desk",
        "%s may read articles; newest %s"
            .formatted(config.database().user(), look.newestArticle()));
  }
}
