package io.keeling.app.operation;

import io.keeling.contract.source.Source;
import io.keeling.contract.text.PlainText;
import io.keeling.desk.operators.OperationException;
import io.keeling.desk.operators.Preview;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.discovery.Discovery;
import io.keeling.ingest.discovery.FoundSources;
import io.keeling.ingest.fetch.SinglePageFetcher;
import io.keeling.ingest.opml.SourceIds;
import io.keeling.reader.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Finds what can be watched at an address, under the rules of ingest's fetcher: robots.txt, pauses
 * and limits, and no address in the local network. One search at a time; threads may share it.
 */
final class SourceLook implements AutoCloseable {

  /**
   * Time limit for a search, as somebody waits for it. The command can be used for sites that want
   * longer pauses.
   */
  private static final long MOST_SECONDS = 60;

  /** Maximum length of a step's line, and number of these lines: they fit on a page. */
  private static final int LONGEST_STEP = 300;

  private static final int MOST_STEPS = 40;

  private final IngestConfig config;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          0,
          1,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> {
            Thread daemon = new Thread(work, "keeling-source-look");
            daemon.setDaemon(true);
            return daemon;
          });

  SourceLook(IngestConfig config) {
    this.config = config;
  }

  /** Returns what can be watched at an address, given the sources that are watched already. */
  Preview at(String address, List<Source> present) {
    CanonicalUrl url =
        CanonicalUrl.of(address)
            .orElseThrow(() -> new OperationException("this is no http or https address"));
    FoundSources found = found(url);
    Set<String> taken = new HashSet<>();
    present.forEach(source -> taken.add(source.id()));
    List<Preview.Choice> choices = new ArrayList<>();
    for (FoundSources.Choice choice : found.choices()) {
      String id = SourceIds.free(url.host(), taken);
      taken.add(id);
      String name = found.outlet() == null ? url.host() : found.outlet();
      choices.add(
          new Preview.Choice(
              new Source(id, choice.kind(), choice.url(), name, null, null, null),
              choice.links(),
              choice.reason(),
              choice.headlines(),
              choice.watchedAs(present)));
    }
    return new Preview(
        choices,
        found.steps().stream()
            .limit(MOST_STEPS)
            .map(step -> PlainText.line(step, LONGEST_STEP))
            .toList());
  }

  private FoundSources found(CanonicalUrl url) {
    Future<FoundSources> looking;
    try {
      looking = thread.submit(() -> look(url));
    } catch (RejectedExecutionException e) {
      throw new OperationException("somebody else is checking an address; try again in a moment");
    }
    try {
      return looking.get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      looking.cancel(true);
      throw new OperationException(
          "that took too long; \"keeling sources add --dry-run\" waits longer");
    } catch (InterruptedException e) {
      looking.cancel(true);
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an address could not be checked", e.getCause());
    }
  }

  private FoundSources look(CanonicalUrl url) throws InterruptedException {
    try (SinglePageFetcher fetcher = new SinglePageFetcher(config)) {
      return new Discovery(fetcher).find(url);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
