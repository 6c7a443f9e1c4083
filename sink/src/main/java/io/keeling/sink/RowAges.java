package io.keeling.sink;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.enriched.EnrichedArticle;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/**
 * Metrics of how old an article is when its row is stored: since the page's record, since its fetch
 * and since its publication. Threads may share it.
 *
 * <p>The first age counts from the timestamp of the page's record in {@code keeling.pages}. Streams
 * passes this timestamp on to all records made from the page, but reprocessing and replay set a new
 * one. So the first age shows only the time in the pipeline. The other two ages cover only articles
 * that came straight from a fetch. Articles left out of an age are counted.
 */
final class RowAges {

  /** Bucket limits, from one second, which Keeling promises, to an age that only archives reach. */
  private static final Duration[] LIMITS = {
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(5),
    Duration.ofMinutes(30),
    Duration.ofHours(3),
    Duration.ofDays(1)
  };

  /**
   * Longest time from fetch to Kafka of a page that counts as just fetched: the fetcher takes
   * seconds, and pages of an archive are older.
   */
  private static final Duration STRAIGHT = Duration.ofMinutes(10);

  /**
   * Age above which a record counts as restored from a backup, which keeps timestamps. A sink that
   * is a day late is visible in its lag instead.
   */
  private static final Duration RESTORED = Duration.ofDays(1);

  /**
   * Greatest age of an article at its fetch that counts as news. Watched sources are polled at
   * least daily, so older articles come from an archive or a new source.
   */
  private static final Duration NEWS = Duration.ofDays(7);

  private final Timer sincePage;
  private final Timer sinceFetch;
  private final Timer sincePublication;
  private final Counter again;
  private final Counter old;
  private final Counter ahead;

  RowAges(MeterRegistry registry) {
    this.sincePage =
        age(
            "keeling.sink.age.page",
            "From the record of a page in keeling.pages to its article's row",
            registry);
    this.sinceFetch =
        age(
            "keeling.sink.age.fetch",
            "From the fetch of a page to its article's row, without imports",
            registry);
    this.sincePublication =
        age(
            "keeling.sink.age.publication",
            "From the moment an article first seen was published to its row",
            registry);
    this.again = leftOut(registry, "again");
    this.old = leftOut(registry, "old");
    this.ahead = leftOut(registry, "ahead");
  }

  private static Timer age(String name, String description, MeterRegistry registry) {
    return Timer.builder(name)
        .description(description)
        .serviceLevelObjectives(LIMITS)
        .register(registry);
  }

  private static Counter leftOut(MeterRegistry registry, String why) {
    return Counter.builder("keeling.sink.age.left.out")
        .description("Stored articles left out of an age, by reason")
        .tag("why", why)
        .register(registry);
  }

  /**
   * Records the ages of a stored article.
   *
   * @param written the timestamp of the article's record
   * @param now the time of the commit
   */
  void stored(EnrichedArticle stored, Instant written, Instant now) {
    Article article = stored.article();
    Duration sinceWritten = between(written, now);
    if (sinceWritten.compareTo(RESTORED) > 0) {
      again.increment();
      return;
    }
    sincePage.record(sinceWritten);
    if (between(article.fetchedAt(), written).compareTo(STRAIGHT) > 0) {
      again.increment();
      return;
    }
    sinceFetch.record(between(article.fetchedAt(), now));
    NewsDate date = article.publishedAt();
    // A date without a time is too coarse. Later revisions repeat the date of the first one.
    if (stored.revision() == 1 && date != null && date.time() != null) {
      published(date.time().toInstant(), article.fetchedAt(), now);
    }
  }

  private void published(Instant published, Instant fetched, Instant now) {
    if (published.isAfter(now)) {
      ahead.increment();
    } else if (between(published, fetched).compareTo(NEWS) > 0) {
      old.increment();
    } else {
      sincePublication.record(between(published, now));
    }
  }

  private static Duration between(Instant from, Instant to) {
    return from.isAfter(to) ? Duration.ZERO : Duration.between(from, to);
  }
}
