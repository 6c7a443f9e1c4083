package io.keeling.ingest.listing;

import io.keeling.ingest.listing.PageAnchors.Anchor;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.reader.url.Domains;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Judges whether a link on a section page leads to an article, by its address, its text and its
 * place on the page. The points are our own estimate from the addresses of news sites; any two
 * strong signs are enough. Not thread-safe.
 */
final class ArticleLinkMeasure {

  /** Points needed to count as an article: those of two strong signs. */
  private static final int THRESHOLD = 4;

  private static final Pattern DATE_IN_PATH =
      Pattern.compile(
          "/(?:19|20)\\d\\d[/-](?:[01]?\\d|[a-z]{3})(?:[/-]|$)|/(?:19|20)\\d\\d[01]\\d[0-3]\\d(?:/|$|-)");
  private static final Pattern LONG_NUMBER = Pattern.compile("(?<!\\d)\\d{5,}(?!\\d)");
  private static final Pattern SHORT_NUMBER = Pattern.compile("(?:^|[-_.])\\d{3,4}(?=$|\\.)");
  private static final Pattern NUMBER_IN_QUERY =
      Pattern.compile(
          "[?&](?:id|p|art|article|story|storyid|articleid|newsid|nid|aid|item)=\\w{2,}");
  private static final Pattern PAGE_SUFFIX = Pattern.compile("\\.(?:html?|php|aspx?|jsp|cms)$");
  private static final Pattern OTHER_FILE =
      Pattern.compile(
          "\\.(?:jpe?g|png|gif|webp|avif|svg|ico|pdf|docx?|xlsx?|zip|mp[34]|m4a|webm|css|js|json|xml|rss|atom|rdf|ics)$");
  private static final Pattern PAGINATION = Pattern.compile("/(?:page|seite|p)/?\\d+/?$|[?&]page=");

  /** Path segments that no article has in its address, in the most frequent languages. */
  private static final Set<String> NO_ARTICLES =
      Set.of(
          """
          tag tags topic topics thema themen category categories kategorie author authors
          autor autoren auteur contributor profile people staff search suche recherche
          login signin register account subscribe subscription abo newsletter newsletters
          about about-us contact kontakt impressum privacy privacy-policy datenschutz
          terms cookies help faq jobs careers advertise rss feed feeds share print
          comments wp-admin wp-login.php cdn-cgi shop events archive archives sitemap\
          """
              .split("\\s+"));

  /** Values of {@code rel} that mark a link to a tag or an author instead of an article. */
  private static final Set<String> RELATIONS = Set.of("tag", "author");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** Number of words that most headlines reach and labels do not. */
  private static final int MANY_WORDS = 7;

  private final CanonicalUrl page;
  private final String domain;

  ArticleLinkMeasure(CanonicalUrl page) {
    this.page = page;
    this.domain = Domains.outlet(page.host());
  }

  boolean isArticle(CanonicalUrl url, Anchor anchor, String text) {
    return !anchor.outside()
        && isCandidate(url)
        && !isTagOrAuthor(anchor.element())
        && points(url, text) + (anchor.headline() ? 2 : 0) >= THRESHOLD;
  }

  private boolean isCandidate(CanonicalUrl url) {
    String path = path(url);
    if (!Domains.outlet(url.host()).equals(domain)
        || url.identity().equals(page.identity())
        || path.chars().allMatch(c -> c == '/')
        || OTHER_FILE.matcher(path).find()
        || PAGINATION.matcher(address(url)).find()) {
      return false;
    }
    String[] segments = path.substring(1).split("/");
    for (String segment : segments) {
      if (NO_ARTICLES.contains(PAGE_SUFFIX.matcher(segment).replaceFirst(""))) {
        return false;
      }
    }
    return true;
  }

  private static int points(CanonicalUrl url, String text) {
    String path = path(url);
    String[] segments = path.substring(1).split("/");
    String last = PAGE_SUFFIX.matcher(segments[segments.length - 1]).replaceFirst("");
    int points = byCount(last.split("[-_+]|%20").length, 3, 5);
    points +=
        byCount(text.isBlank() ? 0 : SPACES.split(text, MANY_WORDS + 2).length, 4, MANY_WORDS);
    if (DATE_IN_PATH.matcher(path).find()) {
      points += 2;
    }
    if (LONG_NUMBER.matcher(path).find()
        || SHORT_NUMBER.matcher(last).find()
        || NUMBER_IN_QUERY.matcher(address(url)).find()) {
      points += 2;
    }
    if (PAGE_SUFFIX.matcher(path).find()) {
      points += 1;
    }
    if (segments.length > 1) {
      points += 1;
    }
    return points;
  }

  private static int byCount(int count, int enough, int many) {
    return count >= many ? 3 : count >= enough ? 2 : 0;
  }

  private static boolean isTagOrAuthor(Element anchor) {
    return SPACES
        .splitAsStream(anchor.attr("rel").toLowerCase(Locale.ROOT))
        .anyMatch(RELATIONS::contains);
  }

  private static String path(CanonicalUrl url) {
    String address = address(url);
    int slash = address.indexOf('/');
    int end = address.indexOf('?');
    return address.substring(slash, end < 0 ? address.length() : end);
  }

  private static String address(CanonicalUrl url) {
    return url.identity().toLowerCase(Locale.ROOT);
  }
}
