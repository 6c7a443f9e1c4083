package io.keeling.desk.index;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.running.EnrichedTopic;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.tracing.Tracing;
import io.keeling.search.SearchSettings;
import io.keeling.search.Synonyms;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.Vocabulary;
import io.keeling.search.lucene.LuceneEngine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFollowerIT {

  @TempDir static Path kafkaDirectory;
  @TempDir Path directory;

  private static EmbeddedKafka kafka;
  private static EnrichedTopic topic;

  private final Map<Integer, Long> stored = new ConcurrentHashMap<>();
  private volatile boolean storeAway;

  @BeforeAll
  static void start() throws Exception {
    kafka = EmbeddedKafka.start(kafkaDirectory);
    topic = new EnrichedTopic(kafka);
  }

  @AfterAll
  static void stop() throws Exception {
    topic.close();
    kafka.close();
  }

  @BeforeEach
  void makeTheTopic() throws Exception {
    topic.make();
    for (int i = 0; i < EnrichedTopic.PARTITIONS; i++) {
      stored.put(i, Long.MAX_VALUE);
    }
  }

  @Test
  void articlesAreFoundAndTombstonesDelete() throws Exception {
    try (IndexFollower follower = follow()) {
      await().until(() -> follower.state().caughtUp());
      EnrichedArticle one = article("one", "One", "Text.").make();
      EnrichedArticle two = article("two", "Two", "Text.").make();
      topic.send(one);
      topic.send(two);
      await().until(() -> follower.index().size() == 2);
      topic.send(one.article().id(), null);
      await().until(() -> follower.index().size() == 1);
      assertThat(follower.problems()).isEmpty();
      assertThat(follower.notes()).isEmpty();
    }
    try (IndexFollower again = follow()) {
      await().until(() -> again.state().caughtUp());
      assertThat(again.index().size()).isEqualTo(1);
    }
  }

  @Test
  void nothingIsFoundBeforeTheStoreHasIt() throws Exception {
    stored.clear();
    try (IndexFollower follower = follow()) {
      topic.send(article("one", "One", "Text.").make());
      await().until(() -> follower.state().behind() == 1);
      assertThat(follower.index().size()).isZero();
      storeAway = true;
      stored.put(0, 1L);
      stored.put(1, 1L);
      topic.send(article("two", "Two", "Text.").make());
      await().until(() -> follower.state().behind() == 2);
      assertThat(follower.index().size()).isZero();
      storeAway = false;
      stored.put(0, 2L);
      stored.put(1, 2L);
      await().until(() -> follower.index().size() == 2);
    }
  }

  @Test
  void whatCannotBeReadIsPassedOver() throws Exception {
    try (IndexFollower follower = follow()) {
      topic.send("broken", "{}".getBytes(StandardCharsets.UTF_8));
      topic.send("other-key", EnrichedTopic.bytes(article("one", "One", "Text.").make()));
      topic.send(article("two", "Two", "Text.").make());
      await().until(() -> follower.index().size() == 1 && follower.state().caughtUp());
    }
  }

  @Test
  void aTopicThatIsMadeAgainIsReadAgain() throws Exception {
    try (IndexFollower follower = follow()) {
      topic.send(article("one", "One", "Text.").make());
      await().until(() -> follower.index().size() == 1 && follower.state().caughtUp());
    }
    makeTheTopic();
    try (IndexFollower follower = follow()) {
      await().until(() -> follower.state().caughtUp());
      assertThat(follower.index().size()).isZero();
    }
  }

  @Test
  void itAnswersWhileKafkaIsAway() throws Exception {
    try (IndexFollower follower = follow()) {
      topic.send(article("one", "One", "Text.").make());
      await().until(() -> follower.index().size() == 1 && follower.state().caughtUp());
    }
    try (IndexFollower follower = follow(KafkaConnection.to("127.0.0.1:1"))) {
      await().ignoreExceptions().until(() -> follower.index().size() == 1);
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(follower.notes())
                      .singleElement()
                      .asString()
                      .startsWith("desk: waiting since ")
                      .contains("Kafka does not answer"));
      assertThat(follower.problems()).isEmpty();
      assertThat(follower.alive()).isTrue();
    }
  }

  @Test
  void whatIsIndexedIsFoundBeforeTheTopicIsReadAndTheRestAfterwards() throws Exception {
    try (IndexFollower follower = follow()) {
      topic.send(article("one", "One", "Text.").make());
      await().until(() -> follower.index().size() == 1 && follower.state().caughtUp());
    }
    topic.send(article("two", "Two", "Text.").make());
    try (IndexFollower follower = open(topic.connection())) {
      await().ignoreExceptions().until(() -> follower.index().size() == 1);
      assertThat(follower.problems()).isEmpty();
      assertThat(follower.alive()).isTrue();
      assertThat(follower.state().caughtUp()).isFalse();

      follower.follow();

      await().until(() -> follower.index().size() == 2 && follower.state().caughtUp());
    }
  }

  @Test
  void oneThatWasNeverToReadTheTopicCanBeClosed() throws Exception {
    IndexFollower follower = open(KafkaConnection.to("127.0.0.1:1"));
    await().ignoreExceptions().until(() -> follower.index().size() == 0);
    follower.close();
    assertThat(follower.problems()).isNotEmpty();
  }

  private IndexFollower follow() {
    return follow(topic.connection());
  }

  private IndexFollower follow(KafkaConnection connection) {
    IndexFollower follower = open(connection);
    follower.follow();
    return follower;
  }

  private IndexFollower open(KafkaConnection connection) {
    SearchSettings settings =
        new SearchSettings(new ExpressionParser(Vocabulary.ANY), Synonyms.read(null), List.of());
    return IndexFollower.open(
        connection,
        new LuceneEngine(directory, settings).directory(),
        () -> {
          if (storeAway) {
            throw new IllegalStateException("away");
          }
          return Map.copyOf(stored);
        },
        ProgressLimits.defaults(),
        new SimpleMeterRegistry(),
        Tracing.OFF);
  }
}
