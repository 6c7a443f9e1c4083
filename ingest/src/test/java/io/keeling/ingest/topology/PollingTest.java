package io.keeling.ingest.topology;

import static io.keeling.ingest.topology.Documents.rss;
import static io.keeling.ingest.topology.IngestDriver.FEED;
import static io.keeling.ingest.topology.IngestDriver.feed;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.ingest.config.ScheduleConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When sources are polled. */
class PollingTest {

  private static final ScheduleConfig SCHEDULE = ScheduleConfig.defaults();
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path directory;
  private IngestDriver ingest;

  @BeforeEach
  void open() {
    ingest = new IngestDriver(directory);
  }

  @AfterEach
  void close() {
    ingest.close();
  }

  private FetchRequest poll(String body) {
    FetchRequest request = ingest.passUntilAsked(MINUTE, Duration.ofDays(3));
    ingest.fetched(request, body);
    return request;
  }

  @Test
  void aPausedSourceIsNotAskedForUntilItGoesOn() {
    ingest.source(feed("news", FEED, null));
    poll("");
    ingest.source(feed("news", FEED, null).withPaused(true));
    ingest.pass(Duration.ofDays(3));
    assertThat(ingest.asked()).isEmpty();

    ingest.source(feed("news", FEED, null));
    assertThat(ingest.asked()).hasSize(1);
  }

  @Test
  void aNewSourceIsAskedForAtOnceWithATrace() {
    ingest.source(feed("news", FEED, null));

    var asked = ingest.askedRecords();
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).key()).isEqualTo("news.example");
    assertThat(asked.get(0).value().purpose()).isEqualTo(FetchPurpose.FEED);
    assertThat(asked.get(0).value().attempt()).isEqualTo(1);
    assertThat(IngestDriver.trace(asked.get(0))).hasSize(32);
  }

  @Test
  void theSameSourceAgainChangesNothing() {
    ingest.source(feed("news", FEED, null));
    ingest.source(feed("news", FEED, null));
    ingest.pass(MINUTE);

    assertThat(ingest.asked()).hasSize(1);
  }

  @Test
  void aPollIsNotRepeatedWhileItIsUnderWay() {
    ingest.source(feed("news", FEED, null));
    ingest.asked();
    ingest.pass(Duration.ofHours(5));

    assertThat(ingest.asked()).isEmpty();
  }

  @Test
  void aPollThatIsLostIsAskedForAgain() {
    ingest.source(feed("news", FEED, null));
    ingest.asked();
    ingest.pass(Duration.ofHours(6).plusMinutes(1));

    assertThat(ingest.asked()).hasSize(1);
  }

  @Test
  void aQuietSourceIsPolledEverMoreRarelyDownToTheCeiling() {
    ingest.source(feed("news", FEED, null));
    poll(rss());
    Instant before = ingest.now();
    Duration last = Duration.ZERO;
    for (int i = 0; i < 30; i++) {
      FetchRequest request = ingest.passUntilAsked(MINUTE, Duration.ofDays(2));
      last = Duration.between(before, ingest.now());
      before = ingest.now();
      assertThat(request.etag()).isNotNull();
      ingest.ended(request, FetchOutcome.NOT_MODIFIED);
    }

    assertThat(last).isBetween(Duration.ofHours(10), Duration.ofHours(14));
  }

  @Test
  void aBusySourceIsPolledMoreOftenDownToTheFloor() {
    ingest.source(feed("news", FEED, null));
    Instant before = ingest.now();
    Duration last = Duration.ZERO;
    for (int i = 0; i < 20; i++) {
      FetchRequest request = poll(rss("https://elsewhere.example/a" + i));
      assertThat(request.url()).isEqualTo(FEED);
      ingest.asked().forEach(article -> ingest.ended(article, FetchOutcome.GONE));
      last = Duration.between(before, ingest.now());
      before = ingest.now();
    }

    assertThat(last)
        .isBetween(
            SCHEDULE.shortestInterval().minusMinutes(1),
            SCHEDULE.shortestInterval().plusMinutes(2));
  }

  @Test
  void anIntervalOfTheOperatorsIsKept() {
    ingest.source(feed("news", FEED, Duration.ofMinutes(42)));
    poll(rss());
    ingest.pass(Duration.ofMinutes(41));
    assertThat(ingest.asked()).isEmpty();
    ingest.pass(Duration.ofMinutes(1));

    assertThat(ingest.asked()).hasSize(1);
  }

  @Test
  void afterFailuresASourceIsTriedEverLaterForAMonthAndNeverGivenUp() {
    ingest.source(feed("news", FEED, null));
    Instant before = ingest.now();
    Duration last = Duration.ZERO;
    int tries = 0;
    for (Instant end = before.plus(Duration.ofDays(30)); ingest.now().isBefore(end); tries++) {
      FetchRequest request = ingest.passUntilAsked(MINUTE, Duration.ofDays(2));
      last = Duration.between(before, ingest.now());
      before = ingest.now();
      assertThat(request.attempt()).isEqualTo(tries + 1);
      ingest.ended(request, FetchOutcome.UNREACHABLE);
    }

    assertThat(last).isBetween(Duration.ofHours(18), Duration.ofHours(24).plusMinutes(1));
    assertThat(tries).isBetween(30, 55);
    assertThat(ingest.letters()).isEmpty();
  }

  @Test
  void aSourceThatAsksForTimeIsGivenItUpToTheCeiling() {
    ingest.source(feed("news", FEED, null));
    ingest.fetched(ingest.asked().get(0), rss(), Duration.ofHours(3));
    ingest.pass(Duration.ofHours(3).minusMinutes(1));
    assertThat(ingest.asked()).isEmpty();
    FetchRequest again = ingest.passUntilAsked(MINUTE, Duration.ofMinutes(30));

    ingest.fetched(again, rss().replace("<item>", "<ttl>99999</ttl><item>"), Duration.ofDays(365));
    ingest.pass(SCHEDULE.longestInterval().minusHours(2));
    assertThat(ingest.asked()).isEmpty();
    ingest.pass(Duration.ofHours(2));
    assertThat(ingest.asked()).hasSize(1);
  }

  @Test
  void aTimeToLiveInTheFeedCountsAsFreshnessDoes() {
    ingest.source(feed("news", FEED, null));
    ingest.fetched(ingest.asked().get(0), rss().replace("</title>", "</title><ttl>240</ttl>"));
    ingest.pass(Duration.ofMinutes(239));
    assertThat(ingest.asked()).isEmpty();
    ingest.pass(Duration.ofMinutes(30));
    assertThat(ingest.asked()).hasSize(1);
  }

  @Test
  void noIntervalIsShorterThanTheFloorOrLongerThanTheCeilingWhateverTheJitter() {
    for (int i = 0; i < 40; i++) {
      ingest.source(feed("busy" + i, "https://busy" + i + ".example/feed.xml", null));
    }
    Map<String, Instant> before = new HashMap<>();
    Map<String, Integer> polls = new HashMap<>();
    for (int i = 0; i < 400; i++) {
      for (FetchRequest request : ingest.asked()) {
        if (request.purpose() != FetchPurpose.FEED) {
          ingest.ended(request, FetchOutcome.GONE);
          continue;
        }
        Instant last = before.put(request.sourceId(), ingest.now());
        int count = polls.merge(request.sourceId(), 1, Integer::sum);
        if (last != null) {
          assertThat(Duration.between(last, ingest.now()))
              .isBetween(SCHEDULE.shortestInterval(), SCHEDULE.longestInterval().plus(MINUTE));
        }
        ingest.fetched(request, rss("https://elsewhere.example/" + request.sourceId() + count));
      }
      ingest.pass(Duration.ofSeconds(15));
    }
    assertThat(polls.values()).allMatch(count -> count > 5);
  }

  @Test
  void aHostThatWantsNoRestIsNotAskedSoonerForThatThanAfterAnyFailure() {
    ingest.source(feed("news", FEED, null));
    for (int i = 0; i < 12; i++) {
      FetchRequest request = ingest.passUntilAsked(MINUTE, Duration.ofDays(2));
      ingest.answer(request, FetchOutcome.RATE_LIMITED, 429, ingest.now(), "");
    }

    assertThat(ingest.now()).isAfter(IngestDriver.START.plus(Duration.ofDays(1)));
  }

  @Test
  void aHostThatAsksForARestIsLeftAloneWithAllItsSources() {
    ingest.source(feed("news", FEED, null));
    FetchRequest request = ingest.asked().get(0);
    ingest.answer(
        request, FetchOutcome.RATE_LIMITED, 429, ingest.now().plus(Duration.ofHours(2)), "");
    ingest.source(feed("sport", "https://news.example/sport.xml", null));
    ingest.pass(Duration.ofMinutes(119));
    assertThat(ingest.asked()).isEmpty();
    ingest.pass(Duration.ofMinutes(2));

    assertThat(ingest.asked()).hasSize(2);
  }

  @Test
  void aTombstoneEndsThePolling() {
    ingest.source(feed("news", FEED, null));
    poll(rss());
    ingest.rawSource("news", null);
    ingest.pass(Duration.ofDays(3));

    assertThat(ingest.asked()).isEmpty();
  }

  @Test
  void aSourceThatMovesToAnotherHostIsPolledThereAlone() {
    ingest.source(feed("news", FEED, null));
    poll(rss());
    ingest.source(feed("news", "https://moved.example/feed.xml", null));
    ingest.pass(Duration.ofHours(3));

    assertThat(ingest.asked())
        .extracting(FetchRequest::url)
        .containsExactly("https://moved.example/feed.xml");
  }

  @Test
  void aSourceThatStaysUnreadableIsOneDeadLetter() {
    ingest.source(feed("news", FEED, null));
    poll("<html><body>We have moved</body></html>");
    poll("<html><body>We have moved!</body></html>");

    var letters = ingest.letters();
    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).reason()).isEqualTo("not-a-feed");
    assertThat(letters.get(0).sourceId()).isEqualTo("news");
  }

  @Test
  void aRecordThatIsNoSourceIsADeadLetterAndTheRestGoesOn() {
    ingest.rawSource("broken", "{\"id\": 7".getBytes(StandardCharsets.UTF_8));
    ingest.rawSource(
        "scheme",
        "{\"id\":\"scheme\",\"kind\":\"feed\",\"url\":\"ftp://x/\",\"name\":\"n\"}"
            .getBytes(StandardCharsets.UTF_8));
    ingest.source(feed("news", FEED, null));

    assertThat(ingest.asked()).hasSize(1);
    assertThat(ingest.letters())
        .extracting("reason")
        .containsExactly("unreadable", "unusable-source");
  }
}
