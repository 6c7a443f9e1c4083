package io.keeling.ingest.discovery;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.text.PlainText;
import io.keeling.ingest.fetch.SinglePageFetcher;
import io.keeling.ingest.listing.FeedListing;
import io.keeling.ingest.listing.Listing;
import io.keeling.ingest.listing.SectionListing;
import io.keeling.ingest.listing.SitemapListing;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.deadline.TookTooLongException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Fetches addresses, each once and up to a limit, reads them as listings, and records each step.
 * Not thread-safe.
 */
final class Probe {

  /** Maximum number of headlines shown: enough for a user to see that the source carries news. */
  private static final int MOST_HEADLINES = 5;

  /** Longest headline shown, in UTF-16 code units: two lines of a terminal. */
  private static final int LONGEST_HEADLINE = 200;

  private final SinglePageFetcher fetcher;
  private final int most;
  private final RecordDeadline deadline;
  private final Map<String, Page> pages = new HashMap<>();
  private final List<String> steps = new ArrayList<>();

  record Read(SourceKind kind, CanonicalUrl url, Listing.Listed listed) {

    int links() {
      return listed.links().size() + listed.furtherSitemaps().size();
    }

    /** Whether this is a news sitemap: other sitemaps give no titles. */
    boolean isNews() {
      return listed.links().stream().anyMatch(link -> link.title() != null);
    }

    FoundSources.Choice chosen(String reason) {
      return new FoundSources.Choice(kind, url.text(), links(), reason, headlines());
    }

    private List<String> headlines() {
      return listed.links().stream()
          .limit(MOST_HEADLINES)
          .map(link -> link.title() == null ? link.url() : link.title())
          .map(headline -> PlainText.line(headline, LONGEST_HEADLINE))
          .toList();
    }
  }

  /**
   * @param most maximum number of addresses fetched
   * @param deadline for reading a page
   */
  Probe(SinglePageFetcher fetcher, int most, RecordDeadline deadline) {
    this.fetcher = fetcher;
    this.most = most;
    this.deadline = deadline;
  }

  List<String> steps() {
    return List.copyOf(steps);
  }

  void say(String step) {
    steps.add(step);
  }

  /** Returns a page; empty if fetching fails (recorded as a step) or the limit is reached. */
  Optional<Page> page(CanonicalUrl url) throws InterruptedException {
    Page page = pages.get(url.identity());
    if (page == null) {
      if (pages.size() >= most) {
        return Optional.empty();
      }
      page = fetcher.fetch(url.text());
      pages.put(url.identity(), page);
      if (page.outcome() != FetchOutcome.FETCHED) {
        say(url + ": " + page.outcome().label() + ", " + page.problem());
      }
    }
    return page.outcome() == FetchOutcome.FETCHED ? Optional.of(page) : Optional.empty();
  }

  Optional<Read> feed(CanonicalUrl url) throws InterruptedException {
    return read(
        url,
        SourceKind.FEED,
        page -> FeedListing.read(page.body(), page.contentType(), at(page), Listing.MOST_LINKS));
  }

  Optional<Read> sitemap(CanonicalUrl url) throws InterruptedException {
    return read(
            url,
            SourceKind.SITEMAP,
            page -> SitemapListing.read(page.body(), at(page), Listing.MOST_LINKS))
        .filter(read -> read.links() > 0);
  }

  Optional<Read> section(CanonicalUrl url) throws InterruptedException {
    return read(
        url,
        SourceKind.SECTION,
        page ->
            SectionListing.read(
                page.body(), page.contentType(), at(page), null, Listing.MOST_LINKS));
  }

  static CanonicalUrl at(Page page) {
    return CanonicalUrl.of(page.finalUrl()).orElseThrow();
  }

  /** Returns the result of work on a page; empty if it takes too long (recorded as a step). */
  <T> Optional<T> inTime(Page page, Supplier<T> work) {
    try {
      return Optional.of(deadline.once(work));
    } catch (TookTooLongException e) {
      say(at(page) + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Read> read(CanonicalUrl url, SourceKind kind, Function<Page, Listing> reading)
      throws InterruptedException {
    Page page = page(url).orElse(null);
    return page != null
            && inTime(page, () -> reading.apply(page)).orElse(null) instanceof Listing.Listed listed
        ? Optional.of(new Read(kind, at(page), listed))
        : Optional.empty();
  }
}
