package io.keeling.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.newsroom.log.LoggedRequest;
import io.keeling.newsroom.scale.ScaleConfig;
import io.keeling.newsroom.scale.ScalePress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of two instances of ingest is killed ({@code kill -9}) while it works. */
class KilledInstanceIT {

  private static final Logger LOG = LoggerFactory.getLogger(KilledInstanceIT.class);

  private static final Duration PAUSE = Duration.ofMillis(400);
  private static final int HOSTS = 24;

  /** Offsets are committed every second; the rest is for a busy machine. */
  private static final Duration UNCOMMITTED = Duration.ofSeconds(10);

  @TempDir static Path directory;

  private static ScalePress press;
  private static ScaleRun run;
  private static Process second;
  private static Instant killedAt;

  @BeforeAll
  static void killOneWhileBothWork() throws Exception {
    press = ScalePress.start(ScaleConfig.of(HOSTS, 2, 30).withMovedPerSource(1), 0);
    run = new ScaleRun(directory, 6);
    Process first = run.startProcess("first", PAUSE);
    second = run.startProcess("second", PAUSE);
    run.watch(press);
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> requests("first").size() > 100 && requests("second").size() > 100);
    killedAt = Instant.now();
    assertThat(first.destroyForcibly().waitFor()).as("SIGKILL").isEqualTo(137);
    assertThat(run.articles().size()).isLessThan(press.articles());
    await().atMost(Duration.ofMinutes(4)).until(() -> run.articles().size() == press.articles());
  }

  @AfterAll
  static void stop() throws Exception {
    second.destroyForcibly().waitFor();
    run.close();
    press.close();
  }

  private static List<LoggedRequest> requests(String agent) {
    return ScaleRun.of(press, agent);
  }

  @Test
  void everyArticleIsThereOnce() {
    assertThat(run.versions()).hasSize(press.articles()).doesNotHaveDuplicates();
  }

  @Test
  void theOtherTakesOverEveryHost() {
    var hosts = requests("first").stream().map(LoggedRequest::host).collect(Collectors.toSet());
    Map<String, Instant> taken =
        requests("second").stream()
            .filter(request -> hosts.contains(request.host()))
            .filter(request -> request.receivedAt().isAfter(killedAt))
            .collect(
                Collectors.toMap(
                    LoggedRequest::host,
                    LoggedRequest::receivedAt,
                    (a, b) -> a.isBefore(b) ? a : b));
    assertThat(taken.keySet()).containsAll(hosts);
    LOG.info(
        "The hosts of the killed instance are asked again {} to {} after the kill",
        Duration.between(killedAt, taken.values().stream().min(Comparator.naturalOrder()).get()),
        Duration.between(killedAt, taken.values().stream().max(Comparator.naturalOrder()).get()));
  }

  @Test
  void noHostSeesTwoRequestsAtOnceOrSoonerThanItsPause() {
    for (int i = 0; i < HOSTS; i++) {
      String host = press.host(i);
      assertThat(press.requests().mostAtOnce(host)).as(host).isEqualTo(1);
      assertThat(press.requests().smallestPause(host))
          .hasValueSatisfying(pause -> assertThat(pause).as(host).isGreaterThanOrEqualTo(PAUSE));
    }
  }

  @Test
  void onlyWhatWasNotYetCommittedIsFetchedAgain() {
    Map<String, List<LoggedRequest>> again =
        press.requests().all().stream()
            .filter(request -> request.path().matches("/(news|moved)/.*"))
            .collect(Collectors.groupingBy(request -> request.host() + request.path()));
    again.values().removeIf(requests -> requests.size() == 1);
    LOG.info("{} of {} pages were fetched again", again.size(), press.articles());
    assertThat(again)
        .allSatisfy(
            (page, requests) -> {
              LoggedRequest before = requests.get(0);
              // One that was handed on is handed on once more where its own page is fetched again,
              // which may come beside a fetch of the killed instance that was not yet committed.
              long handedOnAgain = again.containsKey(origin(before.path())) ? 1 : 0;
              if (requests.size() > 1 + handedOnAgain) {
                assertThat(requests).hasSize((int) (2 + handedOnAgain));
                assertThat(before.userAgent()).startsWith("first/");
                assertThat(before.receivedAt())
                    .isBetween(killedAt.minus(UNCOMMITTED), killedAt.plusSeconds(1));
              }
            });
  }

  /** The page that redirects to another host's path {@code /moved/HOST/FEED/NUMBER}; else none. */
  private static String origin(String path) {
    if (!path.startsWith("/moved/")) {
      return "none";
    }
    String[] parts = path.split("/", 4);
    return press.host(Integer.parseInt(parts[2])) + "/news/" + parts[3];
  }
}
