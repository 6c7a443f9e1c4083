package io.keeling.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.newsroom.scale.ScaleConfig;
import io.keeling.newsroom.scale.ScalePress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka is killed while the fetcher has far more to fetch than it may hold: the press is asked for
 * no more pages than the settings say, and when Kafka is back nothing is missing.
 */
class BackpressureIT {

  private static final Logger LOG = LoggerFactory.getLogger(BackpressureIT.class);

  private static final int HOSTS = 40;
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final int WORKERS = 16;

  /** Nothing more comes within this time: many times the pause of a host. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  /** What the fetcher may hold, see {@link FetchConfig#inFlight}. */
  private static final long MOST_HELD_BYTES = 48L * 1024 * 1024;

  /** The text of a page, at most. */
  private static final double TEXT = 50_000;

  /** What a poll may bring (Kafka's default). */
  private static final int POLLED = 500;

  @TempDir private Path directory;

  @Test
  void theNumberOfPagesFetchedWithoutKafkaIsBounded() throws Exception {
    int inFlight = 100;
    FetchConfig fetch = FetchConfig.defaults().withRequests(WORKERS, 0, inFlight);

    // The last poll may bring as many again as made it full.
    whileKafkaIsAway(ScaleConfig.of(HOSTS, 1, 60), fetch, 2 * inFlight, 2 * inFlight);
  }

  @Test
  void theBytesFetchedWithoutKafkaAreBounded() throws Exception {
    int bytes = 1_000_000;
    int inFlight = 4_096;
    FetchConfig fetch = FetchConfig.defaults().withRequests(WORKERS, 0, inFlight);

    // Each worker may be at a page when the last one fills the room.
    int most = (int) (MOST_HELD_BYTES / bytes) + 1 + WORKERS;
    whileKafkaIsAway(
        ScaleConfig.of(HOSTS, 1, 12).withPadding(bytes), fetch, most, inFlight + POLLED);
  }

  private void whileKafkaIsAway(ScaleConfig scale, FetchConfig fetch, int most, int mostUnfinished)
      throws Exception {
    try (ScalePress press = ScalePress.start(scale, 0);
        ScaleRun run = ScaleRun.withKafkaProcess(directory, 6);
        Ingest ingest = run.start("keeling", PAUSE, fetch)) {
      run.watch(press);
      await().atMost(Duration.ofMinutes(2)).until(() -> pages(press) > 2 * HOSTS);

      run.killKafka();
      long before = pages(press);
      awaitQuiet(press);

      long without = pages(press) - before;
      LOG.info("{} pages fetched without Kafka, at most {} may be", without, most);
      assertThat(press.articles() - pages(press)).as("left to fetch").isGreaterThan(most);
      assertThat(without).isLessThanOrEqualTo(most);
      assertThat(run.gauge("keeling.ingest.fetch.unfinished"))
          .isBetween((double) without, (double) mostUnfinished);
      assertThat(run.gauge("keeling.ingest.fetch.held.bytes"))
          .isLessThanOrEqualTo(MOST_HELD_BYTES + (WORKERS + 1) * (scale.padding() + TEXT));

      run.startKafka();
      await().atMost(Duration.ofMinutes(4)).until(() -> run.articles().size() == press.articles());
      assertThat(run.versions()).hasSize(press.articles()).doesNotHaveDuplicates();
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> run.gauge("keeling.ingest.fetch.held.bytes") == 0);
      await().atMost(Duration.ofMinutes(1)).until(() -> ingest.problems().isEmpty());
    }
  }

  /** Requests that lead to a page in Kafka: all but those for robots.txt. */
  private static long pages(ScalePress press) {
    return press.requests().all().stream()
        .filter(request -> !request.path().equals("/robots.txt"))
        .count();
  }

  private static void awaitQuiet(ScalePress press) {
    AtomicInteger last = new AtomicInteger();
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(QUIET)
        .until(
            () -> {
              int now = press.requests().all().size();
              return last.getAndSet(now) == now;
            });
  }
}
