package io.keeling.ingest.listing;

import io.keeling.ingest.url.CanonicalUrl;
import io.keeling.ingest.url.Domains;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Judges whether a link on a section page leads to an article, by its address, its words and where
 * it stands. The points are our own estimate from the addresses of news sites; an article link
 * reaches the threshold by any two good signs. Not for sharing between threads.
 */
final class ArticleLinkMeasure {

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

  /** Names of path segments under which no article lies, in the languages we meet most. */
  private static final Set<String> NO_ARTICLES =
      Set.of(
          "tag",
          "tags",
          "topic",
          "topics",
          "thema",
          "themen",
          "category",
          "categories",
          "kategorie",
          "author",
          "authors",
          "autor",
          "autoren",
          "auteur",
          "contributor",
          "profile",
          "people",
          "staff",
          "search",
          "suche",
          "recherche",
          "login",
          "signin",
          "register",
          "account",
          "subscribe",
          "subscription",
          "abo",
          "newsletter",
          "newsletters",
          "about",
          "about-us",
          "contact",
          "kontakt",
          "impressum",
          "privacy",
          "privacy-policy",
          "datenschutz",
          "terms",
          "cookies",
          "help",
          "faq",
          "jobs",
          "careers",
          "advertise",
          "rss",
          "feed",
          "feeds",
          "share",
          "print",
          "comments",
          "wp-admin",
          "wp-login.php",
          "cdn-cgi",
          "shop",
          "events",
          "archive",
          "archives",
          "sitemap");

  private static final Set<String> OUTSIDE_TAGS = Set.of("nav", "footer", "form", "select");
  private static final Set<String> OUTSIDE_ROLES =
      Set.of("navigation", "contentinfo", "banner", "search", "menu", "menubar");
  private static final Pattern OUTSIDE_NAME =
      Pattern.compile(
          "(?:^|[\\s_-])(?:nav|navbar|navigation|menu|footer|breadcrumbs?|pagination|pager|byline|tags?|social|share|sharing|cookie|login|skip)(?:$|[\\s_-])");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4");

  private final CanonicalUrl page;
  private final String domain;

  ArticleLinkMeasure(CanonicalUrl page) {
    this.page = page;
    this.domain = Domains.outlet(page.host());
  }

  boolean isArticle(CanonicalUrl url, Element anchor) {
    return isCandidate(url) && !standsOutside(anchor) && points(url, anchor) >= THRESHOLD;
  }

  private boolean isCandidate(CanonicalUrl url) {
    String path = path(url);
    if (!Domains.outlet(url.host()).equals(domain)
        || url.identity().equals(page.identity())
        || path.equals("/")
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

  private static int points(CanonicalUrl url, Element anchor) {
    String path = path(url);
    String[] segments = path.substring(1).split("/");
    String last = PAGE_SUFFIX.matcher(segments[segments.length - 1]).replaceFirst("");
    int points = byCount(last.split("[-_+]|%20").length, 3, 5);
    points += byCount(anchor.text().isBlank() ? 0 : anchor.text().split("\\s+").length, 4, 7);
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
    return points + (standsAsHeadline(anchor) ? 2 : 0);
  }

  /** 0, 2 or 3 points for few, enough or many words. */
  private static int byCount(int count, int enough, int many) {
    return count >= many ? 3 : count >= enough ? 2 : 0;
  }

  private static boolean standsAsHeadline(Element anchor) {
    for (Element e = anchor; e != null; e = e.parent()) {
      if (HEADINGS.contains(e.normalName())) {
        return true;
      }
      if (e.normalName().equals("article")) {
        break;
      }
    }
    return anchor.selectFirst("h1, h2, h3, h4") != null;
  }

  private static boolean standsOutside(Element anchor) {
    boolean inArticle = false;
    for (Element e = anchor; e != null && !e.normalName().equals("body"); e = e.parent()) {
      String name = e.normalName();
      inArticle |= name.equals("article") || name.equals("main");
      if (OUTSIDE_TAGS.contains(name)
          || (name.equals("header") && !inArticle && e.selectFirst("h1 a, h2 a, h3 a") == null)
          || OUTSIDE_ROLES.contains(e.attr("role").toLowerCase(Locale.ROOT))
          || OUTSIDE_NAME.matcher(e.className().toLowerCase(Locale.ROOT)).find()
          || OUTSIDE_NAME.matcher(e.id().toLowerCase(Locale.ROOT)).find()) {
        return true;
      }
    }
    return anchor.attr("rel").toLowerCase(Locale.ROOT).matches(".*\\b(?:tag|author)\\b.*");
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
