package io.keeling.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.newsroom.log.LoggedRequest;
import io.keeling.newsroom.scale.ScaleConfig;
import io.keeling.newsroom.scale.ScalePress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * More hosts than there are workers take requests and never answer, and delay none of those that
 * do.
 */
class HangingHostsIT {

  private static final Logger LOG = LoggerFactory.getLogger(HangingHostsIT.class);

  private static final int HEALTHY = 20;
  private static final int HANGING = 300;
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** How long a worker is held by a host that hangs. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir private Path directory;

  @Test
  void healthyHostsAreAskedAsIfTheOthersWereNotThere() throws Exception {
    FetchConfig fetch = FetchConfig.defaults().withAnswerTimeout(PATIENCE);
    try (ScalePress press =
            ScalePress.start(ScaleConfig.of(HEALTHY + HANGING, 1, 5).withHangingHosts(HANGING), 0);
        ScaleRun run = new ScaleRun(directory, 6);
        Ingest ingest = run.start("keeling", PAUSE, fetch)) {
      run.watch(press);
      await().atMost(Duration.ofMinutes(2)).until(() -> run.articles().size() == press.articles());

      assertThat(ingest.problems()).isEmpty();
      long first = press.requests().all().get(0).receivedNanos();
      for (int i = 0; i < HEALTHY; i++) {
        List<LoggedRequest> requests = press.requests().of(press.host(i));
        long last = requests.get(requests.size() - 1).receivedNanos();
        // A worker held by a hanging host is held for all of the patience.
        assertThat(Duration.ofNanos(last - first)).as(press.host(i)).isLessThan(PATIENCE);
        LOG.info(
            "{} was done {} after the first request",
            press.host(i),
            Duration.ofNanos(last - first));
      }
      long hung =
          press.requests().hosts().stream()
              .filter(host -> Integer.parseInt(host.replaceAll("\\D", "")) >= HEALTHY)
              .count();
      assertThat(hung).as("hosts that hang").isEqualTo(HANGING);
    }
  }
}
