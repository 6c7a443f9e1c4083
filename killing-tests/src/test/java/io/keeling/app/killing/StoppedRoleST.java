package io.keeling.app.killing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.verifier.check.Report;
import io.keeling.verifier.workload.NumberedPress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every role, told to stop (SIGTERM) while articles flow, drains within its time-out, hands on what
 * it leaves, and nothing is lost or there twice afterwards; also while Kafka and PostgreSQL are
 * away.
 */
class StoppedRoleST {

  private static final long SEED = 6;
  private static final int STEPS_PER_SECOND = 15;
  private static final Duration BETWEEN_ARTICLES = Duration.ofMillis(500);

  /** What the JVM makes of SIGTERM. A role that is cut short by its time-out ends with 1. */
  private static final int DRAINED = 143;

  /** Against a test that never ends: a role is cut short long before. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Less than the ten seconds after which Kafka finds a consumer dead that did not leave. */
  private static final Duration LEFT = Duration.ofSeconds(8);

  @TempDir(cleanup = CleanupMode.ALWAYS)
  Path directory;

  private RunningCluster cluster;

  @Test
  void everyRoleDrainsAndHandsOnWhatItLeaves() throws Exception {
    Path logs = Path.of("target", "stopped");
    try (NumberedPress press = NumberedPress.start(SEED);
        RunningCluster running = new RunningCluster(directory, logs, press.sources(), List.of())) {
      cluster = running;
      cluster.start();
      try (Load load = new Load(cluster, press, SEED, STEPS_PER_SECOND, BETWEEN_ARTICLES)) {
        await().atMost(PATIENCE).until(() -> load.sent() > 100 && press.fetches() > 5);

        stopsAndLeaves("ingest-1", "keeling-ingest", "keeling-fetcher");
        cluster.role("ingest-1").start();
        stopsAndLeaves("enrich-1", "keeling-enrich");
        stopsAndLeaves("sink-1", "keeling-sink");
        stopsAfterItsAnswer("desk-1");
        cluster.awaitReady("ingest-1");
        stopWhileAllIsAway("ingest-1", "ingest-2", "enrich-2", "sink-2");
        cluster.startServers();
        cluster.roles().forEach(Child::start);

        Report report = load.verify();
        System.out.println("stopped roles: " + report.text());
        assertThat(report.findings()).isEmpty();
      }
    }
  }

  /** Stops a role, and sees that the consumer groups have fewer members at once. */
  private void stopsAndLeaves(String name, String... groups) throws Exception {
    Child role = cluster.role(name);
    try (Admin admin = Admin.create(cluster.kafka().clientProperties())) {
      int[] before = members(admin, groups);

      assertThat(role.stop(PATIENCE)).as(name).isEqualTo(DRAINED);

      await(name + " has left " + List.of(groups))
          .atMost(LEFT)
          .until(
              () -> {
                int[] now = members(admin, groups);
                for (int i = 0; i < now.length; i++) {
                  if (now[i] >= before[i]) {
                    return false;
                  }
                }
                return true;
              });
    }
  }

  private static int[] members(Admin admin, String... groups) throws Exception {
    int[] members = new int[groups.length];
    for (int i = 0; i < groups.length; i++) {
      members[i] =
          admin
              .describeConsumerGroups(List.of(groups[i]))
              .describedGroups()
              .get(groups[i])
              .get()
              .members()
              .size();
    }
    return members;
  }

  /** Stops the desk while it waits for the database with a reader's question in hand. */
  private void stopsAfterItsAnswer(String name) throws Exception {
    Child desk = cluster.role(name);
    CompletableFuture<HttpResponse<String>> answer;
    try (Connection database =
            DriverManager.getConnection(cluster.databaseUrl(), EmbeddedDatabase.USER, "");
        Statement statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute("LOCK TABLE article IN ACCESS EXCLUSIVE MODE");
      answer = cluster.ask(name, "/api/articles");
      await().atMost(PATIENCE).until(() -> deskWaits(statement));

      desk.askToStop();
      await(name + " takes no more").atMost(PATIENCE).until(() -> !cluster.listens(name));
      database.rollback();
    }
    HttpResponse<String> response = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode articles = Json.MAPPER.readTree(response.body());
    assertThat(articles.path("total").asInt()).isPositive();
    assertThat(desk.awaitEnd(PATIENCE)).as(name).isEqualTo(DRAINED);
  }

  private static boolean deskWaits(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND mode = 'AccessShareLock'"
                + " AND relation = 'article'::regclass")) {
      return row.next() && row.getInt(1) > 0;
    }
  }

  private void stopWhileAllIsAway(String... names) throws Exception {
    cluster.broker().kill();
    cluster.database().kill();
    List<Child> roles = Stream.of(names).map(cluster::role).toList();
    roles.forEach(Child::askToStop);
    for (Child role : roles) {
      assertThat(role.awaitEnd(PATIENCE)).as(role.name()).isEqualTo(DRAINED);
    }
  }
}
