package io.keeling.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.runtime.kafka.TopicCreator;
import io.keeling.runtime.kafka.TopicMismatchException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicCreatorIT {

  private static final List<String> NAMES = Topics.ALL.stream().map(TopicSpec::name).toList();

  @TempDir static Path directory;

  private static EmbeddedKafka kafka;
  private static Admin admin;

  @BeforeAll
  static void start() throws Exception {
    kafka = EmbeddedKafka.start(directory);
    admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  @AfterAll
  static void stop() {
    admin.close();
    kafka.close();
  }

  @AfterEach
  void deleteTopics() throws Exception {
    List<String> existing = new ArrayList<>(admin.listTopics().names().get());
    existing.retainAll(NAMES);
    admin.deleteTopics(existing).all().get();
    await().until(() -> Collections.disjoint(admin.listTopics().names().get(), NAMES));
  }

  @Test
  void missingTopicsAreCreatedAsSpecified() throws Exception {
    new TopicCreator(admin).ensure(Topics.ALL, 3, Optional.empty());

    assertThat(admin.listTopics().names().get()).containsAll(NAMES);
    admin
        .describeTopics(NAMES)
        .allTopicNames()
        .get()
        .forEach((name, topic) -> assertThat(topic.partitions()).as(name).hasSize(3));
    for (TopicSpec spec : Topics.ALL) {
      spec.settings()
          .forEach((name, value) -> assertThat(setting(spec, name)).as(name).isEqualTo(value));
    }
  }

  @Test
  void presentTopicsAreVerifiedAndLeftAlone() throws Exception {
    new TopicCreator(admin).ensure(Topics.ALL, 2, Optional.empty());

    new TopicCreator(admin).ensure(Topics.ALL, 5, Optional.of((short) 1));

    assertThat(partitions(Topics.ARTICLES)).isEqualTo(2);
  }

  @Test
  void brokersThatAreStillToComeAreWaitedFor() {
    Duration limit = Duration.ofSeconds(1);
    Instant begun = Instant.now();

    assertThatThrownBy(
            () -> new TopicCreator(admin, limit).ensure(Topics.ALL, 2, Optional.of((short) 3)))
        .isInstanceOf(InvalidReplicationFactorException.class);

    assertThat(Instant.now()).isAfterOrEqualTo(begun.plus(limit));
  }

  @Test
  void onlyTheMissingOnesAreCreated() {
    new TopicCreator(admin).ensure(List.of(Topics.SOURCES), 1, Optional.empty());

    new TopicCreator(admin).ensure(Topics.ALL, 2, Optional.empty());

    assertThat(partitions(Topics.SOURCES)).isEqualTo(1);
    assertThat(partitions(Topics.ENRICHED)).isEqualTo(2);
  }

  @Test
  void anotherSettingIsAMismatchThatSaysWhatIsWrongAndWhatToDo() throws Exception {
    new TopicCreator(admin).ensure(Topics.ALL, 1, Optional.empty());
    alter(Topics.ARTICLES, "retention.ms", "604800000");
    alter(Topics.ENRICHED, "cleanup.policy", "compact,delete");

    assertThatThrownBy(() -> new TopicCreator(admin).ensure(Topics.ALL, 1, Optional.empty()))
        .isInstanceOf(TopicMismatchException.class)
        .hasMessageStartingWith(
            "keeling.articles has retention.ms=604800000, needs -1;"
                + " keeling.enriched has cleanup.policy=compact,delete, needs compact.")
        .hasMessageContaining("kafka-configs")
        .hasMessageNotContaining("\n");
    assertThat(setting(Topics.ARTICLES, "retention.ms")).isEqualTo("604800000");
  }

  @Test
  void fetchesAndPagesCutDifferentlyAreAMismatch() throws Exception {
    new TopicCreator(admin).ensure(Topics.ALL, 1, Optional.empty());
    admin.createPartitions(Map.of(Topics.PAGES.name(), NewPartitions.increaseTo(2))).all().get();
    // The broker that is asked learns of them a little later.
    await().until(() -> partitions(Topics.PAGES) == 2);

    assertThatThrownBy(() -> new TopicCreator(admin).ensure(Topics.ALL, 1, Optional.empty()))
        .isInstanceOf(TopicMismatchException.class)
        .hasMessageContaining(
            "keeling.fetches has 1, keeling.pages has 2 partitions; they must have the same"
                + " number");
  }

  @Test
  void articlesAndWhatIsSaidOfTheirTagsCutDifferentlyAreAMismatch() throws Exception {
    List<TopicSpec> both = List.of(Topics.ARTICLES, Topics.CORRECTIONS);
    new TopicCreator(admin).ensure(both, 1, Optional.empty());
    admin.createPartitions(Map.of(Topics.ARTICLES.name(), NewPartitions.increaseTo(2))).all().get();
    await().until(() -> partitions(Topics.ARTICLES) == 2);

    assertThatThrownBy(() -> new TopicCreator(admin).ensure(both, 1, Optional.empty()))
        .isInstanceOf(TopicMismatchException.class)
        .hasMessageContaining(
            "keeling.articles has 2, keeling.corrections has 1 partitions; they must have the"
                + " same number");
  }

  @Test
  void severalProcessesMayCreateThemAtOnce() throws Exception {
    int processes = 4;
    CyclicBarrier together = new CyclicBarrier(processes);
    Callable<Void> process =
        () -> {
          try (Admin own = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            together.await(30, TimeUnit.SECONDS);
            new TopicCreator(own).ensure(Topics.ALL, 2, Optional.empty());
            return null;
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(processes);
    try {
      for (Future<Void> done :
          List.of(
              threads.submit(process),
              threads.submit(process),
              threads.submit(process),
              threads.submit(process))) {
        done.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(admin.listTopics().names().get()).containsAll(NAMES);
    assertThat(partitions(Topics.PAGES)).isEqualTo(2);
  }

  private static int partitions(TopicSpec spec) {
    try {
      return admin
          .describeTopics(List.of(spec.name()))
          .allTopicNames()
          .get()
          .get(spec.name())
          .partitions()
          .size();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String setting(TopicSpec spec, String name) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, spec.name());
    try {
      return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void alter(TopicSpec spec, String name, String value) throws Exception {
    AlterConfigOp set = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, spec.name());
    admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
    await().until(() -> setting(spec, name).equals(value));
  }
}
