package io.keeling.ingest.topology;

import static io.keeling.ingest.topology.IngestDriver.FEED;
import static io.keeling.ingest.topology.IngestDriver.feed;
import static io.keeling.ingest.topology.IngestDriver.rss;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.ingest.ScheduleConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

    assertThat(last).isBetween(Duration.ofHours(18), Duration.ofHours(30));
    assertThat(tries).isBetween(30, 55);
    assertThat(ingest.letters()).isEmpty();
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
        .containsExactly("malformed-record", "unusable-source");
  }
}
