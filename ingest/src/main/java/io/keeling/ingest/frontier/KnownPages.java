package io.keeling.ingest.frontier;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.source.Source;
import io.keeling.ingest.frontier.event.LinkFound;
import io.keeling.ingest.frontier.state.LinkState;
import io.keeling.ingest.listing.ListedLink;
import io.keeling.ingest.listing.Listing;
import io.keeling.ingest.source.SourceState;
import io.keeling.ingest.source.StateNames;
import io.keeling.reader.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Tells the reader what the frontier knows of a page. Used by one stream thread only. */
public final class KnownPages {

  private final KeyValueStore<String, SourceState> sources;
  private final KeyValueStore<String, LinkState> links;
  private final KeyValueStore<String, byte[]> listings;

  private final int depth;

  private KnownPages(ProcessingContext context, int depth) {
    this.depth = depth;
    this.sources = context.getStateStore(StateNames.SOURCES);
    this.links = context.getStateStore(FrontierStores.LINKS);
    this.listings = context.getStateStore(FrontierStores.LISTINGS);
  }

  /**
   * Reads the stores of the processor's own partition.
   *
   * @param depth maximum number of listings between a source and a page
   */
  public static KnownPages of(ProcessingContext context, int depth) {
    return new KnownPages(context, depth);
  }

  public @Nullable Source source(String host, String id) {
    SourceState state = sources.get(FrontierStores.key(host, id));
    return state == null ? null : state.source();
  }

  /** Returns the name of a page's outlet; null if the frontier did not request the page. */
  public @Nullable String outlet(String host, Page page) {
    LinkState link = link(host, page);
    if (link != null) {
      return link.outlet();
    }
    Source source = source(host, page.sourceId());
    return source == null ? null : source.name();
  }

  /** Whether the page was found through a source and has never been fetched before. */
  public boolean isFirstLook(String host, Page page) {
    LinkState link = link(host, page);
    return link != null && link.fetchedFirst() == null;
  }

  /**
   * Returns the links of a listing that are new since its last poll, to be sent to the frontiers of
   * their hosts. Returns none if the frontier no longer knows the listing, or if the listing is too
   * many listings away from its source. Sitemaps without a date of change are always included, as
   * their content may be new.
   *
   * @param what the kind of listing that the page turned out to be
   */
  public List<LinkFound> fresh(String host, Page page, FetchPurpose what, Listing.Listed listing) {
    Source source = source(host, page.sourceId());
    LinkState link = link(host, page);
    String outlet;
    int below;
    if (source != null && source.url().equals(page.url())) {
      outlet = source.name();
      below = 1;
    } else if (link != null && link.depth() < depth) {
      outlet = link.outlet();
      below = link.depth() + 1;
    } else {
      return List.of();
    }
    List<LinkFound> found = new ArrayList<>();
    for (ListedLink listed : listing.links()) {
      found.add(found(listed, FetchPurpose.ARTICLE, page, what, outlet, below));
    }
    List<LinkFound> undated = new ArrayList<>();
    for (ListedLink map : listing.furtherSitemaps()) {
      LinkFound further = found(map, FetchPurpose.SITEMAP, page, what, outlet, below);
      (map.modifiedAt() == null ? undated : found).add(further);
    }
    String key =
        FrontierStores.key(
            host, CanonicalUrl.of(page.url()).map(CanonicalUrl::identity).orElse(page.url()));
    SeenLinks.Comparison comparison = SeenLinks.compare(listings.get(key), found);
    if (!comparison.fresh().isEmpty()) {
      listings.put(key, comparison.memory());
    }
    undated.addAll(comparison.fresh());
    return undated;
  }

  /**
   * Whether any of the fresh links counts as news of their source. A link with a date of change
   * counts, and so does a page on another host, since nothing is known of it here. Sitemaps without
   * a date of change and known pages of this host do not count.
   */
  public boolean isNews(String host, List<LinkFound> fresh) {
    return fresh.stream().anyMatch(link -> isNews(host, link));
  }

  private boolean isNews(String host, LinkFound link) {
    if (link.updated() != null) {
      return true;
    }
    return link.purpose() == FetchPurpose.ARTICLE
        && CanonicalUrl.of(link.url())
            .filter(url -> url.host().equals(host))
            .map(url -> links.get(FrontierStores.key(host, url.identity())) == null)
            .orElse(true);
  }

  private static LinkFound found(
      ListedLink listed,
      FetchPurpose purpose,
      Page page,
      FetchPurpose what,
      String outlet,
      int depth) {
    return new LinkFound(
        listed.url(),
        purpose,
        page.sourceId(),
        outlet,
        Trace.of(page.trace(), listed.url()),
        depth,
        what,
        listed.publishedAt(),
        listed.modifiedAt());
  }

  private @Nullable LinkState link(String host, Page page) {
    return CanonicalUrl.of(page.url())
        .map(url -> links.get(FrontierStores.key(host, url.identity())))
        .orElse(null);
  }
}
