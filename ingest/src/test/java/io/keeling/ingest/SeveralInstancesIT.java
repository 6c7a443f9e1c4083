package io.keeling.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.ingest.config.FetchConfig;
import io.keeling.newsroom.log.LoggedRequest;
import io.keeling.newsroom.scale.ScaleConfig;
import io.keeling.newsroom.scale.ScalePress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ingest grows from one instance to three while it works, then the first one leaves. The press's
 * log says whether any host noticed.
 */
class SeveralInstancesIT {

  private static final Logger LOG = LoggerFactory.getLogger(SeveralInstancesIT.class);

  private static final Duration PAUSE = Duration.ofMillis(400);
  private static final Duration CRAWL_DELAY = Duration.ofSeconds(2);
  private static final int HOSTS = 24;
  private static final int UNHURRIED = 4;
  private static final int ROBOTS_ELSEWHERE = 8;

  /** Two instances come and one goes, and a host may be in the middle of one page at each. */
  private static final int HANDOVERS = 3;

  @TempDir static Path directory;

  private static ScalePress press;
  private static ScaleRun run;
  private static Set<String> articles;
  private static Instant secondStarted;
  private static Instant firstClosed;

  @BeforeAll
  static void growAndShrinkWhileItWorks() throws Exception {
    press =
        ScalePress.start(
            ScaleConfig.of(HOSTS, 2, 8)
                .withMovedPerSource(1)
                .with(new ScaleConfig.OddHosts(UNHURRIED, CRAWL_DELAY, ROBOTS_ELSEWHERE, 0)),
            0);
    run = new ScaleRun(directory, 6);
    Ingest first = run.start("first", PAUSE, FetchConfig.defaults());
    run.watch(press);
    requests(HOSTS * 5);
    secondStarted = Instant.now();
    Ingest second = run.start("second", PAUSE, FetchConfig.defaults());
    await().atMost(Duration.ofSeconds(60)).until(() -> !ScaleRun.of(press, "second").isEmpty());
    Ingest third = run.start("third", PAUSE, FetchConfig.defaults());
    await().atMost(Duration.ofSeconds(60)).until(() -> !ScaleRun.of(press, "third").isEmpty());
    first.close();
    firstClosed = Instant.now();
    await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () -> {
              articles = run.articles();
              return articles.size() >= press.articles();
            });
    second.close();
    third.close();
  }

  private static void requests(int count) {
    await().atMost(Duration.ofSeconds(90)).until(() -> press.requests().all().size() >= count);
  }

  @AfterAll
  static void stop() throws Exception {
    run.close();
    press.close();
  }

  @Test
  void noHostSeesTwoRequestsAtOnceOrSoonerThanItsPause() {
    for (int i = 0; i < HOSTS; i++) {
      String host = press.host(i);
      Duration pause = i < UNHURRIED ? CRAWL_DELAY : PAUSE;
      assertThat(press.requests().mostAtOnce(host)).as(host).isEqualTo(1);
      assertThat(press.requests().smallestPause(host))
          .hasValueSatisfying(
              smallest ->
                  assertThat(smallest)
                      .as(() -> host + " " + story(host))
                      .isGreaterThanOrEqualTo(pause));
    }
  }

  private static String story(String host) {
    List<LoggedRequest> all = press.requests().of(host);
    return all.stream()
        .map(
            r ->
                "%n%s %d-%d %s"
                    .formatted(
                        r.userAgent().split("/")[0],
                        (r.receivedNanos() - all.get(0).receivedNanos()) / 1_000_000,
                        r.finishedNanos() == null
                            ? -1
                            : (r.finishedNanos() - all.get(0).receivedNanos()) / 1_000_000,
                        r.path()))
        .collect(Collectors.joining());
  }

  @Test
  void everyArticleIsReadAlsoThoseThatMovedToAnotherHost() {
    assertThat(articles).hasSize(press.articles());
    assertThat(articles).filteredOn(url -> url.contains("/moved/")).hasSize(HOSTS * 2);
    assertThat(run.meters.counter("keeling.ingest.fetch.handed.on").count()).isPositive();
  }

  @Test
  void robotsThatLieElsewhereAreAskedForThereOnceByAnInstanceAndBeforeAnyPage() {
    for (int i = UNHURRIED; i < UNHURRIED + ROBOTS_ELSEWHERE; i++) {
      String path = "/robots-of-" + i + ".txt";
      assertThat(press.requests().count(press.host(i + 1), path)).as(path).isBetween(1L, 3L);
      String own =
          press.requests().of(press.host(i)).stream()
              .map(LoggedRequest::path)
              .filter(p -> !p.startsWith("/robots-of-"))
              .findFirst()
              .orElseThrow();
      assertThat(own).as(press.host(i)).isEqualTo("/robots.txt");
    }
  }

  @Test
  void allInstancesTakePartAndTheFirstLeavesItsShare() {
    for (String agent : List.of("first", "second", "third")) {
      assertThat(ScaleRun.of(press, agent)).as(agent).isNotEmpty();
    }
    assertThat(ScaleRun.of(press, "first"))
        .noneMatch(request -> request.receivedAt().isAfter(firstClosed));
    Duration takeOver =
        Duration.between(secondStarted, ScaleRun.of(press, "second").get(0).receivedAt());
    LOG.info("The second instance made its first request after {}", takeOver);
    assertThat(takeOver).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void littleIsFetchedTwice() {
    long twice = 0;
    for (int i = 0; i < HOSTS; i++) {
      Map<String, Long> counts =
          press.requests().of(press.host(i)).stream()
              .map(LoggedRequest::path)
              .filter(path -> path.startsWith("/news/") || path.startsWith("/moved/"))
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      twice += counts.values().stream().mapToLong(count -> count - 1).sum();
    }
    LOG.info("{} of {} pages were fetched twice", twice, press.articles());
    assertThat(twice).isLessThanOrEqualTo((long) HOSTS * HANDOVERS);
  }
}
