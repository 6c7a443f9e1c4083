package io.keeling.ingest.discovery;

import io.keeling.contract.fetch.Page;
import io.keeling.ingest.fetch.SinglePageFetcher;
import io.keeling.reader.decoding.PageDecoder;
import io.keeling.reader.outline.HtmlTree;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.deadline.RecordDeadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Finds sources to watch, given the address of a feed, a sitemap, a section page or a home page.
 * Fetches and reads whatever it proposes, under the fetcher's rules. Not thread-safe.
 *
 * <p>Tries the address itself, the feeds that the page names, the sitemaps that robots.txt names,
 * and finally the usual addresses of feeds. A feed is proposed first because it brings news
 * soonest, together with a news sitemap because feeds are often cut short. Any other sitemap leads
 * through the whole archive, so it is proposed only if there is no feed. The page's own links are
 * proposed only if there is neither a feed nor a sitemap.
 */
public final class Discovery {

  /** Longest name of an outlet, in characters; longer ones are sentences. */
  private static final int LONGEST_NAME = 100;

  /** Paths at which widespread publishing systems put their feeds, the most frequent first. */
  private static final List<String> USUAL_FEEDS =
      List.of("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json");

  private static final List<String> USUAL_SITEMAPS =
      List.of("/news-sitemap.xml", "/sitemap.xml", "/sitemap_index.xml");

  /**
   * Maximum number of addresses fetched from one site. At one per second, a user is still willing
   * to wait for this many.
   */
  private static final int MOST_REQUESTS = 20;

  /**
   * Maximum number of feeds, and of sitemaps, tried among those that a site names, so that some
   * requests are left for the other attempts.
   */
  private static final int TRIES = 5;

  /** Minimum number of links to articles on a section page; menus have fewer. */
  private static final int SECTION_LINKS = 3;

  private final SinglePageFetcher fetcher;
  private final RecordDeadline deadline = new RecordDeadline();

  public Discovery(SinglePageFetcher fetcher) {
    this.fetcher = fetcher;
  }

  /**
   * Finds the sources at an address.
   *
   * @throws InterruptedException if the thread is interrupted in a pause between two requests
   */
  public FoundSources find(CanonicalUrl url) throws InterruptedException {
    Probe probe = new Probe(fetcher, MOST_REQUESTS, deadline);
    Optional<Page> page = probe.page(url);
    if (page.isEmpty()) {
      return new FoundSources(List.of(), null, probe.steps());
    }
    Optional<Probe.Read> itself = probe.feed(url);
    if (itself.isEmpty()) {
      itself = probe.sitemap(url);
    }
    if (itself.isPresent()) {
      FoundSources.Choice choice = itself.get().chosen("the address itself");
      return new FoundSources(List.of(choice), null, probe.steps());
    }
    CanonicalUrl base = Probe.at(page.get());
    Optional<Document> document = probe.inTime(page.get(), () -> parsed(page.get(), base));
    return document.isEmpty()
        ? new FoundSources(List.of(), null, probe.steps())
        : new FoundSources(
            choices(probe, base, document.get()), outlet(document.get()), probe.steps());
  }

  private static Document parsed(Page page, CanonicalUrl base) {
    return HtmlTree.parse(PageDecoder.decode(page.body(), page.contentType()).html(), base.text());
  }

  private List<FoundSources.Choice> choices(Probe probe, CanonicalUrl base, Document document)
      throws InterruptedException {
    List<FoundSources.Choice> choices = new ArrayList<>();
    feed(probe, FeedLinks.of(document), TRIES, "named by the page").ifPresent(choices::add);
    Optional<FoundSources.Choice> section =
        probe
            .section(base)
            .filter(read -> read.links() >= SECTION_LINKS)
            .map(read -> read.chosen("links that look like articles"));
    boolean home = pathOf(base).equals("/");
    if (choices.isEmpty() && !home && section.isPresent()) {
      probe.say("The page names no feed of its own.");
      return List.of(section.get());
    }
    sitemap(probe, sitemaps(base), TRIES, "named by robots.txt", !choices.isEmpty())
        .ifPresent(choices::add);
    if (choices.isEmpty()) {
      probe.say("Neither the page nor robots.txt names a feed or sitemap that can be read.");
      feed(probe, usual(base, USUAL_FEEDS), USUAL_FEEDS.size(), "at a usual address")
          .ifPresent(choices::add);
    }
    if (choices.isEmpty()) {
      sitemap(
              probe,
              usual(base, USUAL_SITEMAPS),
              USUAL_SITEMAPS.size(),
              "at a usual address",
              false)
          .ifPresent(choices::add);
    }
    if (choices.isEmpty()) {
      section.ifPresent(choices::add);
    }
    return choices;
  }

  /** Returns the first feed with links, or else the first empty one. */
  private Optional<FoundSources.Choice> feed(
      Probe probe, List<CanonicalUrl> candidates, int tries, String reason)
      throws InterruptedException {
    FoundSources.Choice empty = null;
    int tried = 0;
    for (CanonicalUrl candidate : candidates) {
      Optional<Probe.Read> read = tried++ < tries ? probe.feed(candidate) : Optional.empty();
      if (read.isPresent() && read.get().links() > 0) {
        otherFeeds(probe, candidates, candidate);
        return Optional.of(read.get().chosen(reason));
      }
      if (read.isPresent() && empty == null) {
        empty = read.get().chosen(reason + ", empty now");
      }
    }
    return Optional.ofNullable(empty);
  }

  private void otherFeeds(Probe probe, List<CanonicalUrl> all, CanonicalUrl chosen) {
    all.stream()
        .filter(url -> !url.equals(chosen) && !USUAL_FEEDS.contains(pathOf(url)))
        .limit(TRIES)
        .forEach(url -> probe.say(url + ": also named, not chosen; add it by its own address"));
  }

  /**
   * Returns the first news sitemap, or else, unless {@code newsOnly}, the first sitemap of any
   * kind.
   */
  private Optional<FoundSources.Choice> sitemap(
      Probe probe, List<CanonicalUrl> candidates, int tries, String reason, boolean newsOnly)
      throws InterruptedException {
    Optional<FoundSources.Choice> other = Optional.empty();
    int tried = 0;
    for (CanonicalUrl candidate : candidates) {
      if (newsOnly && !namedNews(candidate)) {
        probe.say(candidate + ": not checked, the feed is enough");
        continue;
      }
      Optional<Probe.Read> read =
          tried++ < tries ? probe.sitemap(candidate) : Optional.<Probe.Read>empty();
      if (read.isPresent() && read.get().isNews()) {
        return Optional.of(read.get().chosen(reason + ", a news sitemap"));
      }
      if (other.isEmpty()) {
        other = read.map(r -> r.chosen(reason));
      }
    }
    return newsOnly ? Optional.empty() : other;
  }

  private List<CanonicalUrl> sitemaps(CanonicalUrl base) {
    Map<String, CanonicalUrl> sitemaps = new LinkedHashMap<>();
    fetcher
        .sitemaps(base)
        .forEach(
            text -> base.resolve(text).ifPresent(url -> sitemaps.putIfAbsent(url.identity(), url)));
    List<CanonicalUrl> sorted = new ArrayList<>(sitemaps.values());
    sorted.sort(Comparator.comparing(url -> !namedNews(url)));
    return sorted;
  }

  private static boolean namedNews(CanonicalUrl url) {
    return pathOf(url).toLowerCase(Locale.ROOT).contains("news");
  }

  private static List<CanonicalUrl> usual(CanonicalUrl base, List<String> paths) {
    return paths.stream().flatMap(path -> base.resolve(path).stream()).toList();
  }

  private static String pathOf(CanonicalUrl url) {
    String identity = url.identity();
    int slash = identity.indexOf('/');
    return slash < 0 ? "/" : identity.substring(slash);
  }

  private static @Nullable String outlet(Document document) {
    var meta = document.selectFirst("meta[property=og:site_name][content]");
    String name = meta == null ? "" : meta.attr("content").strip();
    return name.isEmpty() || name.length() > LONGEST_NAME ? null : name;
  }
}
