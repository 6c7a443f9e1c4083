package io.keeling.ingest.fetch;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.fetch.Page;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.fetch.http.ApacheHttpExchange;
import io.keeling.ingest.fetch.http.HttpExchange;
import io.keeling.ingest.fetch.robots.RobotsCache;
import io.keeling.ingest.fetch.robots.RobotsRules;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.deadline.RecordDeadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Fetches pages one at a time without Kafka, for commands. Follows the fetcher's rules. Not
 * thread-safe.
 */
public final class SinglePageFetcher implements AutoCloseable {

  private static final TopicPartition NOWHERE = new TopicPartition("none", 0);

  private final InstantSource clock = InstantSource.system();
  private final HttpExchange http;
  private final RobotsCache robots;
  private final FetchSteps steps;

  private final Map<String, Instant> rests = new HashMap<>();

  public SinglePageFetcher(IngestConfig config) {
    this.http = new ApacheHttpExchange(config);
    RecordDeadline deadline = new RecordDeadline();
    this.robots = new RobotsCache(config.politeness(), deadline, clock);
    this.steps = new FetchSteps(http, robots, config.fetch(), config.politeness(), clock);
  }

  /**
   * Fetches a page; a failure is reported as the page's outcome.
   *
   * @throws InterruptedException if the thread is interrupted in a pause between two requests
   */
  public Page fetch(String url) throws InterruptedException {
    FetchRequest request =
        new FetchRequest(url, FetchPurpose.ARTICLE, "command-line", clock.instant(), 1, null, null);
    Optional<CanonicalUrl> address = CanonicalUrl.of(url);
    FetchJob job =
        new FetchJob(
            request,
            address.orElseGet(() -> CanonicalUrl.of("http://invalid/").orElseThrow()),
            url,
            "command-line",
            NOWHERE,
            0);
    FetchResult result =
        address.isEmpty()
            ? FetchResult.failed(FetchOutcome.REFUSED, 0, "not an http or https address")
            : finish(job);
    return result.page(job, clock.instant());
  }

  /** Returns the sitemaps named in the robots.txt of a host from which a page was fetched. */
  public List<String> sitemaps(CanonicalUrl url) {
    return robots.known(url).orElse(null) instanceof RobotsRules.Known known
        ? known.sitemaps()
        : List.of();
  }

  private FetchResult finish(FetchJob job) throws InterruptedException {
    while (true) {
      String asked = job.nextSite();
      Instant rest = rests.get(asked);
      if (rest != null) {
        Thread.sleep(Math.max(0, Duration.between(clock.instant(), rest).toMillis()));
      }
      FetchStep step = steps.step(job);
      rests.put(asked, clock.instant().plus(step.pause()));
      FetchResult result = step.result();
      if (result != null) {
        return result;
      }
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
