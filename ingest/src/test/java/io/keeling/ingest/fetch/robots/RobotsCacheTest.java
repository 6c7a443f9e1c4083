package io.keeling.ingest.fetch.robots;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.ingest.config.PolitenessConfig;
import io.keeling.ingest.fetch.http.Answer;
import io.keeling.ingest.fetch.http.Validators;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.deadline.RecordDeadline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9309. */
class RobotsCacheTest {

  private static final CanonicalUrl PAGE =
      CanonicalUrl.of("https://news.example:8443/members/a?b=c").orElseThrow();

  private Instant now = Instant.parse("2026-11-24T10:00:00Z");
  private final RecordDeadline deadline = new RecordDeadline();
  private final RobotsCache cache =
      new RobotsCache(PolitenessConfig.defaults(), deadline, () -> now);

  private RobotsRules answer(int status, String body, @Nullable Instant retryAt) {
    return cache.answered(
        PAGE,
        new Answer(
            status,
            null,
            retryAt,
            "text/plain",
            Validators.NONE,
            null,
            body.getBytes(StandardCharsets.UTF_8)));
  }

  private boolean allowed() {
    return ((RobotsRules.Known) cache.known(PAGE).orElseThrow()).allows(PAGE);
  }

  @Test
  void theFileOfAPortGovernsThatPort() {
    assertThat(RobotsCache.addressFor(PAGE).text())
        .isEqualTo("https://news.example:8443/robots.txt");
  }

  @Test
  void ourOwnGroupGoesBeforeTheOneForAll() {
    answer(200, "User-agent: *\nDisallow: /\n\nUser-agent: Keeling\nDisallow: /private/\n", null);
    assertThat(allowed()).isTrue();

    answer(200, "User-agent: *\nAllow: /\n\nUser-agent: keeling\nDisallow: /members/\n", null);
    assertThat(allowed()).isFalse();
  }

  @Test
  void theCrawlDelayIsKnown() {
    RobotsRules rules = answer(200, "User-agent: *\nCrawl-delay: 2.5\n", null);

    assertThat(((RobotsRules.Known) rules).delay()).isEqualTo(Duration.ofMillis(2500));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void aHostWithoutTheFileAllowsEverything(int status) {
    answer(status, "", null);

    assertThat(allowed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void aHostThatFailsToGiveTheFileIsLeftAloneForAWhile(int status) {
    RobotsRules rules = answer(status, "", null);

    assertThat(rules).isInstanceOf(RobotsRules.Unknown.class);
    assertThat(((RobotsRules.Unknown) rules).until()).isEqualTo(now.plus(Duration.ofMinutes(10)));
    assertThat(cache.known(PAGE)).contains(rules);
    now = now.plus(Duration.ofMinutes(11));
    assertThat(cache.known(PAGE)).isEmpty();
  }

  @Test
  void aRestThatTheHostAsksForIsKeptWithinBounds() {
    RobotsRules rules = answer(503, "", now.plus(Duration.ofDays(30)));

    assertThat(((RobotsRules.Unknown) rules).until()).isEqualTo(now.plus(Duration.ofHours(24)));
  }

  @Test
  void aFileThatWouldTakeSecondsForEachAddressCountsAsNotGiven() {
    RobotsRules rules = answer(200, file(500, "Disallow: /*" + "a".repeat(900)), null);

    assertThat(rules)
        .isEqualTo(
            new RobotsRules.Unknown(
                now.plus(Duration.ofMinutes(10)), "robots.txt has too many wildcards"));
  }

  @Test
  void manyRulesWithoutWildcardsAreKept() {
    answer(200, file(20_000, "Disallow: /members/b"), null);

    assertThat(allowed()).isTrue();
  }

  @Test
  void filesWithManyRulesLeaveRoomForFewerHosts() {
    byte[] large = file(25_000, "Disallow: /members/b").getBytes(StandardCharsets.UTF_8);

    for (int i = 0; i < 40; i++) {
      CanonicalUrl page = CanonicalUrl.of("https://h" + i + ".example/a").orElseThrow();
      cache.answered(page, new Answer(200, null, null, "text/plain", Validators.NONE, null, large));
    }

    assertThat(cache.remembered()).isBetween(1L, 20L);
  }

  private static String file(int rules, String rule) {
    return IntStream.range(0, rules)
        .mapToObj(i -> rule + i + "\n")
        .collect(Collectors.joining("", "User-agent: *\n", ""));
  }

  @Test
  void aHostWhoseFileCannotBeReadInTimeIsLeftAlone() {
    CountDownLatch end = new CountDownLatch(1);
    RecordDeadline hurried = new RecordDeadline(Duration.ofMillis(100), thread -> blocked(end));
    RobotsCache own = new RobotsCache(PolitenessConfig.defaults(), hurried, () -> now);

    RobotsRules rules =
        own.answered(
            PAGE,
            new Answer(200, null, null, "text/plain", Validators.NONE, null, new byte[] {'#'}));

    end.countDown();
    assertThat(rules)
        .isEqualTo(
            new RobotsRules.Unknown(
                now.plus(Duration.ofMinutes(10)), "robots.txt took too long to read"));
  }

  /** Whoever reads is held up before it begins. */
  private static long blocked(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  @Test
  void aFailureIsBelievedForMinutesARedirectForOneAndAFileForADay() {
    cache.failed(PAGE, null, "no answer");
    now = now.plus(Duration.ofMinutes(9));
    assertThat(cache.known(PAGE)).isPresent();
    now = now.plus(Duration.ofMinutes(2));
    assertThat(cache.known(PAGE)).isEmpty();

    cache.allowsAll(PAGE);
    now = now.plus(Duration.ofHours(23));
    assertThat(cache.known(PAGE)).isPresent();
    now = now.plus(Duration.ofHours(2));
    assertThat(cache.known(PAGE)).isEmpty();

    cache.follows(PAGE);
    assertThat(cache.followed(PAGE)).isTrue();
    now = now.plusSeconds(60);
    assertThat(cache.followed(PAGE)).isFalse();
  }

  @Test
  void theFileIsAskedForAgainAfterADay() {
    answer(200, "", null);
    now = now.plus(Duration.ofHours(23));
    assertThat(cache.known(PAGE)).isPresent();
    now = now.plus(Duration.ofHours(2));
    assertThat(cache.known(PAGE)).isEmpty();
  }
}
