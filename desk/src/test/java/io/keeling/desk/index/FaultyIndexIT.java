package io.keeling.desk.index;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.desk.running.EnrichedTopic;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.runtime.health.ProgressLimits;
import io.keeling.runtime.tracing.Tracing;
import io.keeling.search.SearchSettings;
import io.keeling.search.Synonyms;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.Vocabulary;
import io.keeling.search.lucene.LuceneEngine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.lucene.index.CorruptIndexException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that hangs or cannot be written is noticed, and answers as far as it can. */
class FaultyIndexIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** So long that a busy machine does not take a slow round for a stall. */
  private static final ProgressLimits LIMITS =
      new ProgressLimits(Duration.ofSeconds(12), Duration.ofSeconds(20));

  private static final Map<Integer, Long> ALL = Map.of(0, Long.MAX_VALUE, 1, Long.MAX_VALUE);

  @TempDir static Path kafkaDirectory;
  @TempDir Path directory;

  private static EmbeddedKafka kafka;
  private static EnrichedTopic topic;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

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
    topic.send(article("before", "Before", "Text.").make());
  }

  @Test
  void anIndexThatHangsIsNamedAndEndsTheProcessAtLastWhileOneThatWaitsForTheSinkIsWell()
      throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    FaultyDirectory hanging = indexes("hanging");
    try (IndexFollower follower = follow(hanging, ALL, Duration.ofSeconds(2));
        IndexFollower patient = follow(indexes("patient"), Map.of(), Duration.ofSeconds(2))) {
      await().until(() -> follower.state().caughtUp() && follower.index().size() == 1);
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
    FaultyDirectory full = indexes("full");
    try (IndexFollower follower = follow(full, ALL, Duration.ofMillis(100))) {
      await().until(() -> follower.state().caughtUp() && follower.index().size() == 1);

      full.happens(FaultyIndexIT::noSpace);
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
    FaultyDirectory full = indexes("full");
    try (IndexFollower follower = follow(full, ALL, Duration.ofHours(1))) {
      await().until(() -> follower.state().caughtUp() && follower.index().size() == 1);

      full.happens(FaultyIndexIT::noSpace);
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
    FaultyDirectory damaged = indexes("damaged");
    try (IndexFollower follower = follow(damaged, ALL, Duration.ofHours(1))) {
      await().until(() -> follower.state().caughtUp() && follower.index().size() == 1);
    }
    damaged.happens(
        () -> {
          throw new CorruptIndexException("checksum failed", "a file");
        });
    try (IndexFollower follower = follow(damaged, ALL, Duration.ofHours(1))) {
      topic.send(article("one", "One", "Text.").make());

      await()
          .untilAsserted(
              () ->
                  assertThat(follower.notes())
                      .contains(
                          "the search index is made anew, because it was damaged: 0 % of it is done;"
                              + " the one before answers meanwhile"));
      await().ignoreExceptions().until(() -> follower.index().size() == 1);
      assertThat(follower.problems()).isEmpty();
      assertThat(follower.rebuilding()).hasValue(0);
    }
    damaged.happens(() -> {});
    try (IndexFollower follower = follow(damaged, ALL, Duration.ofHours(1))) {
      await().until(() -> follower.state().caughtUp());
      assertThat(follower.index().size()).isEqualTo(2);
    }
  }

  @Test
  void anIndexWithoutWhichNothingAnswersSaysHowFarItIs() throws Exception {
    FaultyDirectory indexes = indexes("lost");
    try (IndexFollower follower = follow(indexes, ALL, Duration.ofHours(1))) {
      await().until(() -> follower.state().caughtUp() && follower.index().size() == 1);
    }
    try (var files = Files.list(directory.resolve("lost").resolve("index-1"))) {
      for (Path file : files.filter(each -> each.toString().contains("segments_")).toList()) {
        Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.TRUNCATE_EXISTING);
      }
    }
    CountDownLatch released = new CountDownLatch(1);
    indexes.happens(released::await);
    try (IndexFollower follower = follow(indexes, ALL, Duration.ofHours(1))) {
      await().until(() -> follower.rebuilding().isPresent());
      assertThat(follower.problems())
          .contains("the search index is made anew, because it was damaged: 0 % of it is done");

      released.countDown();

      await().until(() -> follower.state().caughtUp() && follower.problems().isEmpty());
      assertThat(follower.index().size()).isEqualTo(1);
      assertThat(follower.rebuilding()).isEmpty();
    } finally {
      released.countDown();
    }
  }

  private static void noSpace() throws IOException {
    throw new IOException("No space left on device");
  }

  private FaultyDirectory indexes(String name) {
    SearchSettings settings =
        new SearchSettings(new ExpressionParser(Vocabulary.ANY), Synonyms.read(null), List.of());
    return new FaultyDirectory(new LuceneEngine(directory.resolve(name), settings).directory());
  }

  private IndexFollower follow(FaultyDirectory indexes, Map<Integer, Long> stored, Duration again) {
    // A pause that is longer than the test is no stall of it.
    ProgressLimits limits =
        again.compareTo(LIMITS.stalledAfter()) < 0
            ? LIMITS
            : new ProgressLimits(Duration.ofHours(1), Duration.ofHours(1));
    IndexFollower follower =
        new IndexFollower(
                topic.connection(), indexes, () -> stored, limits, again, meters, Tracing.OFF)
            .start();
    follower.follow();
    return follower;
  }
}
