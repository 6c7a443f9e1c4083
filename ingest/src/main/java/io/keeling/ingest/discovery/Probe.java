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
import java.util.function.Supplier;

/**
 * Fetches addresses and tells what they hold, each once and no more than a number of them, and
 * keeps a record of what it looked at. For one thread.
 */
final class Probe {

  /** Chosen: enough to tell news from what is none. */
  private static final int MOST_HEADLINES = 5;

  /** Of a longer title the beginning is shown, in UTF-16 code units. Chosen. */
  private static final int LONGEST_HEADLINE = 200;

  private final SinglePageFetcher fetcher;
  private final int most;
  private final RecordDeadline deadline;
  private final Map<String, Page> pages = new HashMap<>();
  private final List<String> steps = new ArrayList<>();

  /** A listing and what is known of it. */
  record Read(SourceKind kind, CanonicalUrl url, Listing.Listed listed) {

    int links() {
      return listed.links().size() + listed.furtherSitemaps().size();
    }

    /** Whether it is a news sitemap: only those give titles. */
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
   * @param most addresses fetched in all
   * @param deadline of the reading of a page
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

  /** The page at an address; empty if it cannot be fetched, which is then said. */
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

  /** The feed at an address. */
  Optional<Read> feed(CanonicalUrl url) throws InterruptedException {
    return page(url)
        .flatMap(
            page ->
                read(
                    page,
                    SourceKind.FEED,
                    () ->
                        FeedListing.read(
                            page.body(), page.contentType(), at(page), Listing.MOST_LINKS)));
  }

  /** The sitemap at an address. */
  Optional<Read> sitemap(CanonicalUrl url) throws InterruptedException {
    return page(url)
        .flatMap(
            page ->
                read(
                    page,
                    SourceKind.SITEMAP,
                    () -> SitemapListing.read(page.body(), at(page), Listing.MOST_LINKS)))
        .filter(read -> read.links() > 0);
  }

  /** The section page at an address. */
  Optional<Read> section(CanonicalUrl url) throws InterruptedException {
    return page(url)
        .flatMap(
            page ->
                read(
                    page,
                    SourceKind.SECTION,
                    () ->
                        SectionListing.read(
                            page.body(), page.contentType(), at(page), null, Listing.MOST_LINKS)));
  }

  /** The address that answered. */
  static CanonicalUrl at(Page page) {
    return CanonicalUrl.of(page.finalUrl()).orElseThrow();
  }

  /** What comes of work on a page; empty if it takes too long, which is then said. */
  <T> Optional<T> inTime(Page page, Supplier<T> work) {
    try {
      return Optional.of(deadline.once(work));
    } catch (TookTooLongException e) {
      say(at(page) + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Read> read(Page page, SourceKind kind, Supplier<Listing> work) {
    return inTime(page, work).orElse(null) instanceof Listing.Listed listed
        ? Optional.of(new Read(kind, at(page), listed))
        : Optional.empty();
  }
}
