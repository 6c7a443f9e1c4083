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
 * Kafka goes away while the fetcher has far more to fetch than it may hold: the press sees no more
 * requests than the settings say, and when Kafka is back nothing is missing.
 */
class BackpressureIT {

  private static final Logger LOG = LoggerFactory.getLogger(BackpressureIT.class);

  private static final int HOSTS = 40;
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final int WORKERS = 16;

  /** Beside the pages a host is asked for its robots.txt and its one feed at most. */
  private static final int BESIDE_PAGES = 2 * HOSTS;

  /** Nothing more comes within this time: many times the pause of a host. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  /** What the fetcher may hold, see {@link FetchConfig#inFlight}. */
  private static final long MOST_HELD_BYTES = 48L * 1024 * 1024;

  @TempDir private Path directory;

  @Test
  void theNumberOfPagesFetchedWithoutKafkaIsBounded() throws Exception {
    int inFlight = 100;
    FetchConfig fetch = FetchConfig.defaults().withRequests(WORKERS, 0, inFlight);
    // The last poll may bring as many again as made it full.
    int most = 2 * inFlight + BESIDE_PAGES;

    whileKafkaIsAway(ScaleConfig.of(HOSTS, 1, 60), fetch, most, 2 * inFlight);
  }

  @Test
  void theBytesFetchedWithoutKafkaAreBounded() throws Exception {
    int bytes = 1_000_000;
    FetchConfig fetch = FetchConfig.defaults().withRequests(WORKERS, 0, 4_096);
    // Each worker may be at a page when the last one fills the room.
    int most = (int) (MOST_HELD_BYTES / bytes) + 1 + WORKERS + BESIDE_PAGES;

    whileKafkaIsAway(ScaleConfig.of(HOSTS, 1, 12).withPadding(bytes), fetch, most, 4_096 + 500);
  }

  private void whileKafkaIsAway(
      ScaleConfig scale, FetchConfig fetch, int mostRequests, int mostUnfinished) throws Exception {
    try (ScalePress press = ScalePress.start(scale, 0);
        ScaleRun run = new ScaleRun(directory, 6);
        Ingest ingest = run.start("keeling", PAUSE, fetch)) {
      run.watch(press);
      // Every feed is read by then, and most pages still wait.
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> press.requests().all().size() > BESIDE_PAGES + HOSTS);
      run.stopKafka();
      int before = press.requests().all().size();

      awaitQuiet(press);
      int without = press.requests().all().size() - before;
      LOG.info("{} requests without Kafka, at most {} may be", without, mostRequests);
      assertThat(press.articles() - before).as("left to fetch").isGreaterThan(mostRequests);
      assertThat(without).isLessThanOrEqualTo(mostRequests);
      assertThat(run.gauge("keeling.ingest.fetch.unfinished")).isBetween(1.0, 1.0 * mostUnfinished);
      assertThat(run.gauge("keeling.ingest.fetch.held.bytes"))
          .isLessThanOrEqualTo(MOST_HELD_BYTES + (WORKERS + 1) * (scale.padding() + 50_000.0));

      run.startKafka();
      await().atMost(Duration.ofMinutes(4)).until(() -> run.articles().size() == press.articles());
      assertThat(run.versions()).hasSize(press.articles()).doesNotHaveDuplicates();
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> run.gauge("keeling.ingest.fetch.held.bytes") == 0);
      assertThat(ingest.problems()).isEmpty();
    }
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
