package io.keeling.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Enrichment;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** From where to where the way of an article is measured, and of which articles it is not. */
class RowAgesTest {

  private static final Instant FETCHED = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant WRITTEN = FETCHED.plusSeconds(1);
  private static final Instant STORED = FETCHED.plusSeconds(3);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RowAges ages = new RowAges(meters);

  private static EnrichedArticle article(NewsDate published, int revision) {
    Article article =
        Article.builder(
                "https://a.example/1", new Outlet("a", "A", "a.example"), "Title", "Text.", FETCHED)
            .dates(published, null)
            .build();
    return new EnrichedArticle(
        article,
        revision,
        List.of(),
        List.of(),
        new Climate(ClimateGrade.NONE, 0, List.of()),
        List.of(),
        null,
        new Enrichment("1", List.of()));
  }

  private static NewsDate ago(Duration time) {
    return NewsDate.of(FETCHED.minus(time).atOffset(ZoneOffset.UTC));
  }

  private Timer since(String what) {
    return meters.get("keeling.sink.age." + what).timer();
  }

  private double leftOut(String why) {
    return meters.get("keeling.sink.age.left.out").tag("why", why).counter().count();
  }

  @Test
  void anArticleThatComesStraightFromItsFetchCountsThreeTimes() {
    ages.stored(article(ago(Duration.ofMinutes(1)), 1), WRITTEN, STORED);

    assertThat(since("page").totalTime(TimeUnit.SECONDS)).isEqualTo(2);
    assertThat(since("fetch").totalTime(TimeUnit.SECONDS)).isEqualTo(3);
    assertThat(since("publication").totalTime(TimeUnit.SECONDS)).isEqualTo(63);
  }

  @Test
  void anImportOfOldPagesTellsOfThePipelineAlone() {
    Instant written = FETCHED.plus(Duration.ofDays(300));
    ages.stored(article(ago(Duration.ofMinutes(1)), 1), written, written.plusSeconds(2));

    assertThat(since("page").totalTime(TimeUnit.SECONDS)).isEqualTo(2);
    assertThat(since("fetch").count()).isZero();
    assertThat(since("publication").count()).isZero();
    assertThat(leftOut("again")).isEqualTo(1);
  }

  @Test
  void whatWasRestoredFromABackupWithItsTimestampsTellsNothing() {
    ages.stored(article(null, 1), WRITTEN, FETCHED.plus(Duration.ofDays(30)));

    assertThat(since("page").count()).isZero();
    assertThat(leftOut("again")).isEqualTo(1);
  }

  @Test
  void aLaterVersionWasNotPublishedWhenTheFirstWas() {
    ages.stored(article(ago(Duration.ofDays(1)), 2), WRITTEN, STORED);

    assertThat(since("fetch").count()).isEqualTo(1);
    assertThat(since("publication").count()).isZero();
  }

  @Test
  void anArticleOfAnArchiveIsLeftOutAndOneOfLastWeekIsNot() {
    ages.stored(article(ago(Duration.ofDays(8)), 1), WRITTEN, STORED);
    assertThat(since("publication").count()).isZero();
    assertThat(leftOut("old")).isEqualTo(1);

    ages.stored(article(ago(Duration.ofDays(6)), 1), WRITTEN, STORED);
    assertThat(since("publication").count()).isEqualTo(1);
  }

  @Test
  void aMomentToComeIsLeftOutAndADayWithoutATimeSaysNothing() {
    ages.stored(article(ago(Duration.ofDays(-1)), 1), WRITTEN, STORED);
    ages.stored(article(NewsDate.of(LocalDate.of(2026, 11, 24)), 1), WRITTEN, STORED);

    assertThat(since("publication").count()).isZero();
    assertThat(leftOut("ahead")).isEqualTo(1);
  }

  @Test
  void aClockThatIsBehindMakesNothingNegative() {
    ages.stored(article(null, 1), WRITTEN, FETCHED.minusSeconds(5));

    assertThat(since("page").totalTime(TimeUnit.SECONDS)).isZero();
    assertThat(since("page").count()).isEqualTo(1);
  }
}
