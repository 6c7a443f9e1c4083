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
import io.keeling.search.IndexDirectory;
import io.keeling.search.SearchSettings;
import io.keeling.search.Synonyms;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.Vocabulary;
import io.keeling.search.lucene.LuceneEngine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.lucene.index.CorruptIndexException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The index follows the topic; one that hangs or cannot be written is noticed, and answers as far
 * as it can.
 */
class IndexFollowerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** So long that a busy machine does not take a slow round for a stall. */
  private static final ProgressLimits LIMITS =
      new ProgressLimits(Duration.ofSeconds(12), Duration.ofSeconds(20));

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
      awaitIndexed(follower, 1);
    }
  }

  @Test
  void aTopicThatIsMadeAgainIsReadAgain() throws Exception {
    try (IndexFollower follower = follow()) {
      topic.send(article("one", "One", "Text.").make());
      awaitIndexed(follower, 1);
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
      awaitIndexed(follower, 1);
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
      awaitIndexed(follower, 1);
    }
    topic.send(article("two", "Two", "Text.").make());
    try (IndexFollower follower = open(topic.connection())) {
      await().ignoreExceptions().until(() -> follower.index().size() == 1);
      assertThat(follower.problems()).isEmpty();
      assertThat(follower.alive()).isTrue();
      assertThat(follower.state().caughtUp()).isFalse();

      follower.follow();

      awaitIndexed(follower, 2);
    }
  }

  @Test
  void oneThatWasNeverToReadTheTopicCanBeClosed() throws Exception {
    IndexFollower follower = open(KafkaConnection.to("127.0.0.1:1"));
    await().ignoreExceptions().until(() -> follower.index().size() == 0);
    follower.close();
    assertThat(follower.problems())
        .containsExactly("the search index is being rebuilt, because there is none yet: 0 % done");
  }

  @Test
  void anIndexThatHangsIsNamedAndEndsTheProcessAtLastWhileOneThatWaitsForTheSinkIsWell()
      throws Exception {
    topic.send(article("before", "Before", "Text.").make());
    CountDownLatch released = new CountDownLatch(1);
    FaultyDirectory hanging = indexes("hanging");
    try (IndexFollower follower = follow(hanging, Duration.ofSeconds(2));
        IndexFollower patient = follow(indexes("patient"), Map::of, Duration.ofSeconds(2))) {
      awaitIndexed(follower, 1);
      await().until(() -> patient.state().behind() == 1);

      hanging.happens(released::await);
      topic.send(article("one", "One", "Text.").make());

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(follower.problems())
                      .singleElement()
                      .asString()
                      .startsWith("desk: nothing finished for ")
                      .contains("the index's thread, keeling.enriched, 1 records wait"));
      assertThat(follower.alive()).isTrue();
      assertThat(follower.index().size()).isEqualTo(1);
      await().atMost(PATIENCE).until(() -> !follower.alive());
      assertThat(patient.problems()).isEmpty();
      assertThat(patient.alive()).isTrue();

      released.countDown();
      await().atMost(PATIENCE).until(() -> follower.problems().isEmpty());
      assertThat(follower.index().size()).isEqualTo(2);
    } finally {
      released.countDown();
    }
  }

  @Test
  void anIndexThatCannotBeWrittenAgainAndAgainIsNamedAndSaysWhy() throws Exception {
    topic.send(article("before", "Before", "Text.").make());
    FaultyDirectory full = indexes("full");
    try (IndexFollower follower = follow(full, Duration.ofMillis(100))) {
      awaitIndexed(follower, 1);

      full.happens(IndexFollowerIT::noSpace);
      topic.send(article("one", "One", "Text.").make());

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(follower.problems())
                      .anySatisfy(
                          line ->
                              assertThat(line)
                                  .startsWith("desk: nothing finished for ")
                                  .contains("the search index, keeling.enriched, 1 records wait")
                                  .contains("cannot be written: No space left on device")));

      full.happens(() -> {});

      await().atMost(PATIENCE).until(() -> follower.problems().isEmpty());
      await().until(() -> follower.index().size() == 2);
      assertThat(follower.notes()).isEmpty();
    }
  }

  @Test
  void whileTheDiskIsFullTheDeskAnswersFromWhatItHas() throws Exception {
    topic.send(article("before", "Before", "Text.").make());
    FaultyDirectory full = indexes("full");
    try (IndexFollower follower = follow(full, Duration.ofHours(1))) {
      awaitIndexed(follower, 1);

      full.happens(IndexFollowerIT::noSpace);
      topic.send(article("one", "One", "Text.").make());

      // The next attempt is an hour away.
      await()
          .untilAsserted(
              () ->
                  assertThat(follower.notes())
                      .containsExactly(
                          "the search index cannot be written: No space left on device"));
      await().ignoreExceptions().until(() -> follower.index().size() == 1);
      assertThat(follower.problems()).isEmpty();
      assertThat(follower.rebuilding()).isEmpty();
    }
  }

  @Test
  void aDamagedIndexThatOpensAnswersUntilAnotherOneHasCaughtUp() throws Exception {
    topic.send(article("before", "Before", "Text.").make());
    FaultyDirectory damaged = indexes("damaged");
    try (IndexFollower follower = follow(damaged, Duration.ofHours(1))) {
      awaitIndexed(follower, 1);
    }
    damaged.happens(
        () -> {
          throw new CorruptIndexException("checksum failed", "a file");
        });
    try (IndexFollower follower = follow(damaged, Duration.ofHours(1))) {
      topic.send(article("one", "One", "Text.").make());

      await()
          .untilAsserted(
              () ->
                  assertThat(follower.notes())
                      .contains(
                          "the search index is being rebuilt, because it was damaged: 0 % done;"
                              + " the previous index answers meanwhile"));
      await().ignoreExceptions().until(() -> follower.index().size() == 1);
      assertThat(follower.problems()).isEmpty();
      assertThat(follower.rebuilding()).hasValue(0);
    }
    damaged.happens(() -> {});
    try (IndexFollower follower = follow(damaged, Duration.ofHours(1))) {
      await().until(() -> follower.state().caughtUp());
      assertThat(follower.index().size()).isEqualTo(2);
    }
  }

  @Test
  void anIndexWithoutWhichNothingAnswersSaysHowFarItIs() throws Exception {
    topic.send(article("before", "Before", "Text.").make());
    FaultyDirectory indexes = indexes("lost");
    try (IndexFollower follower = follow(indexes, Duration.ofHours(1))) {
      awaitIndexed(follower, 1);
    }
    try (var files = Files.list(directory.resolve("lost").resolve("index-1"))) {
      for (Path file : files.filter(each -> each.toString().contains("segments_")).toList()) {
        Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.TRUNCATE_EXISTING);
      }
    }
    CountDownLatch released = new CountDownLatch(1);
    indexes.happens(released::await);
    try (IndexFollower follower = follow(indexes, Duration.ofHours(1))) {
      await().until(() -> follower.rebuilding().isPresent());
      assertThat(follower.problems())
          .contains("the search index is being rebuilt, because it was damaged: 0 % done");

      released.countDown();

      await().until(() -> follower.state().caughtUp() && follower.problems().isEmpty());
      assertThat(follower.index().size()).isEqualTo(1);
      assertThat(follower.rebuilding()).isEmpty();
    } finally {
      released.countDown();
    }
  }

  private static void awaitIndexed(IndexFollower follower, int articles) {
    await().until(() -> follower.state().caughtUp() && follower.index().size() == articles);
  }

  private static void noSpace() throws IOException {
    throw new IOException("No space left on device");
  }

  private FaultyDirectory indexes(String name) {
    return new FaultyDirectory(index(directory.resolve(name)));
  }

  private IndexFollower follow(FaultyDirectory indexes, Duration again) {
    return follow(indexes, () -> Map.copyOf(stored), again);
  }

  private IndexFollower follow(FaultyDirectory indexes, StoredRecords stored, Duration again) {
    // A pause that is longer than the test is no stall of it.
    ProgressLimits limits =
        again.compareTo(LIMITS.stalledAfter()) < 0
            ? LIMITS
            : new ProgressLimits(Duration.ofHours(1), Duration.ofHours(1));
    IndexFollower follower =
        new IndexFollower(
                topic.connection(),
                indexes,
                stored,
                limits,
                again,
                new SimpleMeterRegistry(),
                Tracing.OFF)
            .start();
    follower.follow();
    return follower;
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
    return IndexFollower.open(
        connection,
        index(directory),
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

  private static IndexDirectory index(Path directory) {
    SearchSettings settings =
        new SearchSettings(new ExpressionParser(Vocabulary.ANY), Synonyms.read(null), List.of());
    return new LuceneEngine(directory, settings).directory();
  }
}
