package io.keeling.sink.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.article.Outlet;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SinkMetricsTest {

  private static final Instant FETCHED = Instant.parse("2026-11-24T10:00:00Z");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SinkMetrics metrics = new SinkMetrics(meters, () -> true);

  private static Article article(NewsDate published) {
    return Article.builder(
            "https://a.example/1", new Outlet("a", "A", "a.example"), "Title", "Text.", FETCHED)
        .dates(published, null)
        .build();
  }

  private double seconds(String name) {
    return meters.get(name).timer().totalTime(TimeUnit.SECONDS);
  }

  @Test
  void theWayToTheRowIsCountedFromTheFetchAndFromTheMomentOfPublication() {
    NewsDate published = NewsDate.of(FETCHED.minusSeconds(60).atOffset(ZoneOffset.UTC));

    metrics.stored(article(published), FETCHED.plusSeconds(2));

    assertThat(seconds("keeling.sink.age.fetch")).isEqualTo(2);
    assertThat(seconds("keeling.sink.age.publication")).isEqualTo(62);
  }

  @Test
  void aDayWithoutATimeSaysNothingAndAMomentToComeIsNow() {
    metrics.stored(article(NewsDate.of(LocalDate.of(2026, 11, 24))), FETCHED);
    assertThat(meters.get("keeling.sink.age.publication").timer().count()).isZero();

    NewsDate tomorrow = NewsDate.of(FETCHED.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC));
    metrics.stored(article(tomorrow), FETCHED);
    assertThat(seconds("keeling.sink.age.publication")).isZero();
    assertThat(meters.get("keeling.sink.age.publication").timer().count()).isEqualTo(1);
  }

  @Test
  void deadLettersHaveASumBeforeThereAreAny() {
    double before = sum();
    metrics.deadLetter("wrong-key");
    metrics.deadLetter("refused");

    assertThat(before).isZero();
    assertThat(meters.find("keeling.sink.dead.letters").counters()).hasSize(5);
    assertThat(sum()).isEqualTo(2);
  }

  private double sum() {
    return meters.find("keeling.sink.dead.letters").counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  @Test
  void theLagOfTheTopicIsThatOfTheSinkAndUnknownWhereItIs() {
    assertThat(meters.get("keeling.lag").tag("topic", "keeling.enriched").gauge().value()).isNaN();

    metrics.lag(OptionalLong.of(7));

    assertThat(meters.get("keeling.lag").tag("role", "sink").gauge().value()).isEqualTo(7);
    assertThat(meters.get("keeling.sink.lag").gauge().value()).isEqualTo(7);
  }

  @Test
  void everyMeterSaysWhatItIs() {
    assertThat(meters.getMeters())
        .extracting(Meter::getId)
        .filteredOn(id -> !id.getName().endsWith(".histogram")) // buckets of this registry's own
        .allSatisfy(id -> assertThat(id.getDescription()).as(id.getName()).isNotBlank());
  }
}
