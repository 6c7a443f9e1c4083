package io.keeling.app.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.topic.Topics;
import io.keeling.embedded.FreePorts;
import io.keeling.environment.RequiresDocker;
import io.keeling.runtime.health.KafkaWatch;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.verifier.check.Report;
import io.keeling.verifier.check.Verifier;
import io.keeling.verifier.workload.LoadGenerator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Three brokers, each killed in its turn while a known stream of articles flows, then compared with
 * what that must lead to. By hand for as long as one likes: {@code -Dkeeling.killing=PT1H
 * -Dtest.limit=2h}, with the same articles: {@code -Dkeeling.killing.seed=N}.
 */
@RequiresDocker
class ClusterST {

  private static final String PROJECT = "keeling-cluster-test";
  private static final List<String> BROKERS = List.of("kafka", "kafka-2", "kafka-3");
  private static final int STEPS_PER_SECOND = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration LOOK = Duration.ofMillis(500);

  /** An outage is to be told after so long. */
  private static final Duration NOTICED = Duration.ofSeconds(20);

  /** So much is sent while a broker is away. */
  private static final int STEPS_WITHOUT_IT = 80;

  private static final Map<String, Integer> PORTS = new HashMap<>();
  private static Compose compose;

  @BeforeAll
  static void up() throws Exception {
    for (String variable :
        List.of(
            "KEELING_PORT",
            "KEELING_KAFKA_OUTSIDE_PORT",
            "KEELING_KAFKA_2_OUTSIDE_PORT",
            "KEELING_KAFKA_3_OUTSIDE_PORT",
            "KEELING_TEST_DATABASE_PORT")) {
      PORTS.put(variable, FreePorts.find());
    }
    compose =
        new Compose(
            PROJECT,
            List.of(
                "--file",
                "docker-compose.yml",
                "--file",
                "docker-compose.cluster.yml",
                "--file",
                "system-tests/src/test/compose/quick.yml",
                "--file",
                "system-tests/src/test/compose/cluster.yml"),
            PORTS);
    compose.run(Duration.ofMinutes(10), "up", "--detach", "--wait", "--build");
  }

  @AfterAll
  static void down() throws Exception {
    compose.run(Duration.ofMinutes(3), "down", "--volumes", "--timeout", "0");
  }

  @Test
  void anyOneBrokerMayBeGone() throws Exception {
    long seed =
        Long.getLong("keeling.killing.seed", RandomGenerator.getDefault().nextLong(1_000_000));
    Duration time = Duration.parse(System.getProperty("keeling.killing", "PT1S"));
    System.out.println("cluster: keeling.killing.seed=" + seed);
    Instant end = Instant.now().plus(time);
    int kills = 0;
    int steps;
    try (LoadGenerator load =
        LoadGenerator.start(kafka().clientProperties(), seed, STEPS_PER_SECOND)) {
      do {
        for (String broker : BROKERS) {
          kill(broker, load);
          kills++;
        }
      } while (Instant.now().isBefore(end));
      steps = load.stop();
    }
    Verifier verifier =
        new Verifier(
            kafka().clientProperties(),
            "jdbc:postgresql://127.0.0.1:" + PORTS.get("KEELING_TEST_DATABASE_PORT") + "/keeling",
            "keeling",
            "keeling");

    assertThat(verifier.awaitRest(PATIENCE)).isEmpty();
    Report report = verifier.verify(seed, steps);

    System.out.printf("cluster: %d brokers killed; verifier: %s%n", kills, report.text());
    assertThat(report.findings()).isEmpty();
  }

  /** With them most controllers are gone, and the broker that is left still names them leaders. */
  @Test
  void twoBrokersThatAreGoneAreNoticed() throws Exception {
    awaitReplicas(behind -> assertThat(behind).isZero());
    List<String> topics = List.of(Topics.PAGES.name(), Topics.ARTICLES.name());
    try (KafkaWatch watch = KafkaWatch.start("test", kafka(), topics, new SimpleMeterRegistry())) {
      for (String broker : BROKERS.subList(1, 3)) {
        Compose.docker("kill", "--signal", "KILL", PROJECT + "-" + broker + "-1");
      }

      await().atMost(NOTICED).until(watch::outage);

      assertThat(watch.problems()).hasSize(1);
      for (String broker : BROKERS.subList(1, 3)) {
        Compose.docker("start", PROJECT + "-" + broker + "-1");
      }
      await().atMost(PATIENCE).until(() -> watch.problems().isEmpty());
    }
  }

  private static void kill(String broker, LoadGenerator load) throws Exception {
    awaitReplicas(behind -> assertThat(behind).isZero());
    int before = load.sent();
    String container = PROJECT + "-" + broker + "-1";
    Compose.docker("kill", "--signal", "KILL", container);
    System.out.println("cluster: kill -9 " + broker);
    await().atMost(PATIENCE).until(() -> load.sent() > before + STEPS_WITHOUT_IT);
    // Else it would be back before the others have noticed, and the next one would be killed while
    // this one still starts.
    awaitReplicas(behind -> assertThat(behind).isPositive());
    Compose.docker("start", container);
  }

  private static void awaitReplicas(ThrowingConsumer<Long> behind) throws Exception {
    try (Admin admin = Admin.create(kafka().clientProperties())) {
      await()
          .atMost(PATIENCE)
          .pollInterval(LOOK)
          .untilAsserted(() -> behind.accept(replicasBehind(admin)));
    }
  }

  /** Replicas that have not caught up, over all topics; two brokers must have everything. */
  private static long replicasBehind(Admin admin) throws Exception {
    Set<String> all = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
    return admin.describeTopics(all).allTopicNames().get().values().stream()
        .flatMap(topic -> topic.partitions().stream())
        .mapToLong(partition -> BROKERS.size() - partition.isr().size())
        .sum();
  }

  private static KafkaConnection kafka() {
    return KafkaConnection.to(
        "localhost:%d,localhost:%d,localhost:%d"
            .formatted(
                PORTS.get("KEELING_KAFKA_OUTSIDE_PORT"),
                PORTS.get("KEELING_KAFKA_2_OUTSIDE_PORT"),
                PORTS.get("KEELING_KAFKA_3_OUTSIDE_PORT")));
  }
}
