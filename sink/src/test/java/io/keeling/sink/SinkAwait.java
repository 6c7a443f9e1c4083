package io.keeling.sink;

import static io.keeling.sink.Fixtures.enriched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.IntStream;

/** Sends articles to a sink, and waits for what comes of it. */
final class SinkAwait {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private SinkAwait() {}

  /** Sends the first version of some articles, by their numbers. */
  static void send(TestKafka kafka, int from, int to) {
    IntStream.range(from, to).forEach(n -> kafka.send(enriched(n, 1)));
  }

  static void awaitProblem(Sink sink, String part) {
    awaitProblem(sink, part, PATIENCE);
  }

  static void awaitProblem(Sink sink, String part, Duration patience) {
    await()
        .atMost(patience)
        .untilAsserted(() -> assertThat(sink.problems()).anyMatch(line -> line.contains(part)));
  }

  /** Waits for rows, also while the database is away. */
  static void awaitArticles(TestDatabase database, int count) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(database.rows("SELECT count(*) FROM article"))
                    .containsExactly(String.valueOf(count)));
  }
}
