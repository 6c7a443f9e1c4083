package io.keeling.ingest.listing;

import io.keeling.contract.text.PlainText;
import io.keeling.reader.url.CanonicalUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Collects the links of one listing: absolute, without repetitions, and cut to the limit at the
 * end. Not thread-safe.
 */
final class LinkCollector {

  /** Longest title kept, in characters; longer ones are whole articles in the wrong place. */
  private static final int LONGEST_TITLE = 500;

  private static final Comparator<ListedLink> NEWEST_FIRST =
      Comparator.comparing(ListedLink::latest, Comparator.nullsLast(Comparator.reverseOrder()));

  private final CanonicalUrl base;
  private final int limit;
  private final Map<String, ListedLink> links = new LinkedHashMap<>();

  LinkCollector(CanonicalUrl base, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be 1 or more, not " + limit);
    }
    this.base = base;
    this.limit = limit;
  }

  /** Adds a link, unless it is not a web address or leads back to the listing. */
  void add(
      @Nullable String reference,
      @Nullable String title,
      @Nullable Instant publishedAt,
      @Nullable Instant modifiedAt) {
    if (reference == null || reference.isBlank()) {
      return;
    }
    base.resolve(reference)
        .filter(url -> !url.identity().equals(base.identity()))
        .ifPresent(
            url ->
                links.putIfAbsent(
                    url.identity(),
                    new ListedLink(url.text(), plain(title), publishedAt, modifiedAt)));
  }

  boolean isEmpty() {
    return links.isEmpty();
  }

  Listing.Listed listed(Optional<Duration> timeToLive, boolean repaired) {
    List<ListedLink> all = new ArrayList<>(links.values());
    List<ListedLink> kept = all;
    if (all.size() > limit) {
      Set<ListedLink> newest = Set.copyOf(all.stream().sorted(NEWEST_FIRST).limit(limit).toList());
      kept = all.stream().filter(newest::contains).toList();
    }
    return new Listing.Listed(kept, List.of(), timeToLive, all.size() - kept.size(), repaired);
  }

  /** Removes markup and entities, even if they are escaped twice. */
  private static @Nullable String plain(@Nullable String title) {
    if (title == null) {
      return null;
    }
    String start =
        title.length() > LONGEST_TITLE * 4 ? title.substring(0, LONGEST_TITLE * 4) : title;
    String text =
        Parser.unescapeEntities(start.replaceAll("</?[A-Za-z][^<>]{0,200}>", ""), false)
            .replaceAll("[\\p{Cntrl}\\s\\u00A0]+", " ")
            .strip();
    String line = PlainText.line(text, LONGEST_TITLE);
    return line.isEmpty() ? null : line;
  }
}
