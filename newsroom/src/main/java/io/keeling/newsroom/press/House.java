package io.keeling.newsroom.press;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is behind an outlet: how it looks, where its pages lie, what its server does. Read from
 * {@code outlets.yaml}. It is read from a file by the names of its components, and is made in no
 * other way.
 *
 * @param id also the first label of its host name
 * @param name the masthead
 * @param tagline the line under it
 * @param about one sentence for the footer
 * @param language ISO 639-1 code
 * @param design name of the template folder
 * @param zone time zone of its dates
 * @param link path of an article: {@code {slug}}, {@code {number}}, {@code {yyyy}}, {@code {mm}},
 *     {@code {dd}}, {@code {section}} are filled in
 * @param charset the bytes of its pages
 * @param validators which of {@code etag} and {@code last-modified} its server sends
 * @param gzip whether its server compresses for those who accept it
 * @param feeds its entry points
 * @param robots its robots.txt; null for none
 * @param sections its navigation
 * @param articles slugs of its articles, in the editors' order
 * @param traps its pages that yield no article
 */
public record House(
    String id,
    String name,
    String tagline,
    String about,
    String language,
    String design,
    ZoneId zone,
    String link,
    Charset charset,
    List<String> validators,
    boolean gzip,
    List<FeedAddress> feeds,
    @Nullable String robots,
    List<String> sections,
    List<String> articles,
    List<Trap> traps) {

  /** Checks that nothing is missing and copies the lists. */
  public House {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(design, "design");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(charset, "charset");
    validators = validators == null ? List.of() : List.copyOf(validators);
    feeds = List.copyOf(feeds);
    sections = List.copyOf(sections);
    articles = List.copyOf(articles);
    traps = traps == null ? List.of() : List.copyOf(traps);
  }

  /**
   * Where a feed, sitemap or section page lies.
   *
   * @param path its path
   * @param format what is there
   * @param entry whether a crawler is told of it
   */
  public record FeedAddress(String path, FeedFormat format, boolean entry) {}

  /** The name of a section in a path. */
  public static String pathOf(String section) {
    return section
        .toLowerCase(java.util.Locale.ROOT)
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replaceAll("[^a-z0-9]+", "-");
  }
}
