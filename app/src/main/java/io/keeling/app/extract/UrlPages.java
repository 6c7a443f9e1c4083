package io.keeling.app.extract;

import io.keeling.app.terminal.Printable;
import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.Page;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.fetch.SinglePageFetcher;
import io.keeling.reader.RawPage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the pages of URLs on the command line, under the fetcher's rules, one at a time. Threads
 * may share it.
 */
public final class UrlPages implements AutoCloseable {

  private final Supplier<IngestConfig> config;
  private @Nullable SinglePageFetcher fetcher;

  public UrlPages(Supplier<IngestConfig> config) {
    this.config = config;
  }

  /** Fetches a page, or throws {@link PageNotFetchedException}. */
  public synchronized RawPage fetch(String url) {
    if (fetcher == null) {
      fetcher = new SinglePageFetcher(config.get());
    }
    try {
      Page page = fetcher.fetch(url);
      if (page.outcome() != FetchOutcome.FETCHED) {
        throw new PageNotFetchedException(
            page.outcome().label(), Printable.line(String.valueOf(page.problem())));
      }
      return new RawPage(page.body(), page.contentType(), page.finalUrl(), null, page.fetchedAt());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PageNotFetchedException("interrupted", "stopped while waiting for the host");
    }
  }

  @Override
  public synchronized void close() {
    if (fetcher != null) {
      fetcher.close();
    }
  }
}
