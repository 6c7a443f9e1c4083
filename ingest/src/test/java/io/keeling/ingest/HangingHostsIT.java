package io.keeling.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.ingest.config.FetchConfig;
import io.keeling.ingest.config.WorkersConfig;
import io.keeling.newsroom.log.LoggedRequest;
import io.keeling.newsroom.scale.ScaleConfig;
import io.keeling.newsroom.scale.ScalePress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * More hosts than there are workers take requests and never answer, and delay none of those that
 * do.
 */
class HangingHostsIT {

  private static final int HEALTHY = 20;
  private static final int HANGING = 300;
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** A host that hangs is not given up while the test lasts. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir private Path directory;

  @Test
  void hostsThatAnswerAreDoneWhileTheOthersStillHang() throws Exception {
    FetchConfig usual = FetchConfig.defaults();
    FetchConfig fetch = usual.withLimits(PATIENCE, PATIENCE, usual.largestBody());
    assertThat(HANGING).isGreaterThan(2 * WorkersConfig.defaults().threads());
    try (ScalePress press =
            ScalePress.start(ScaleConfig.of(HEALTHY + HANGING, 1, 5).withHangingHosts(HANGING), 0);
        ScaleRun run = new ScaleRun(directory, 6);
        Ingest ingest = run.start("keeling", PAUSE, fetch)) {
      run.watch(press);
      await().atMost(Duration.ofMinutes(4)).until(() -> run.articles().size() == press.articles());
      await().atMost(Duration.ofMinutes(1)).until(() -> hanging(press).size() == HANGING);

      assertThat(ingest.problems()).isEmpty();
      assertThat(hanging(press)).allMatch(request -> request.finishedNanos() == null);
    }
  }

  private static List<LoggedRequest> hanging(ScalePress press) {
    return IntStream.range(HEALTHY, HEALTHY + HANGING)
        .mapToObj(press::host)
        .flatMap(host -> press.requests().of(host).stream())
        .toList();
  }
}
