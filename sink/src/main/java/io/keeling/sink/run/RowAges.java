package io.keeling.sink.run;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.enriched.EnrichedArticle;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/**
 * How old articles are when their rows are there: from the page's record, from the fetch and from
 * the publication. Threads may share it.
 *
 * <p>The record of the page is the one in {@code keeling.pages}, whose timestamp the Streams of
 * ingest and enrich hand on to every record that comes of it; what is sent again by reprocessing or
 * replay begins anew there. So this age tells of the pipeline alone. The other two are told only of
 * what came straight from its fetch; what is left out is counted.
 */
final class RowAges {

  /**
   * The few limits by which ways to the database are told apart. Chosen: from the promise of a
   * second to what only an archive takes.
   */
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
   * How long after its fetch a page may come to Kafka and count as fetched just then. Chosen: the
   * fetcher needs seconds, and an archive that is imported is older.
   */
  private static final Duration STRAIGHT = Duration.ofMinutes(10);

  /**
   * From what age on a record counts as restored from a backup, which keeps its timestamp. Chosen:
   * a sink that is a day behind is seen by its lag.
   */
  private static final Duration RESTORED = Duration.ofDays(1);

  /**
   * Up to what age at its fetch an article counts as news. Chosen: a source that is watched is
   * polled daily at the least; what is older was found in an archive or by a new source.
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
        .description("Stored articles that an age says nothing of, by reason")
        .tag("why", why)
        .register(registry);
  }

  /**
   * An article was stored.
   *
   * @param written the timestamp of its record
   * @param now the moment of the commit
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
    // A day alone says nothing of hours, and a later version was not published when the first was.
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

  /** Clocks of two machines may differ. */
  private static Duration between(Instant from, Instant to) {
    return from.isAfter(to) ? Duration.ZERO : Duration.between(from, to);
  }
}
