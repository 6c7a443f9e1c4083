package io.keeling.ingest.listing;

import io.keeling.ingest.url.CanonicalUrl;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Measures whether a link on a section page leads to an article: by the shape of its address (a
 * date, a number, a slug of several words), by the words in it (headlines are longer than
 * navigation), and by where it stands. Points are added; three or more make an article. Pure.
 */
final class ArticleLinkMeasure {

  private static final int ENOUGH = 3;

  private static final Pattern DATE =
      Pattern.compile("/(19|20)[0-9]{2}[/-]?(0?[1-9]|1[0-2]|[a-z]{3})([/-]?[0-3]?[0-9])?(/|-|$)");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{5,}");
  private static final Pattern FILE =
      Pattern.compile("(?i)\\.(jpe?g|png|gif|webp|svg|pdf|mp3|mp4|zip|xml|rss|atom|json|css|js)$");
  private static final Set<String> NO_ARTICLE =
      Set.of(
          "tag",
          "tags",
          "topic",
          "topics",
          "category",
          "categories",
          "author",
          "authors",
          "about",
          "contact",
          "privacy",
          "terms",
          "login",
          "signin",
          "subscribe",
          "newsletter",
          "newsletters",
          "search",
          "archive",
          "page",
          "account",
          "shop",
          "jobs",
          "help",
          "video",
          "podcast",
          "podcasts",
          "impressum",
          "datenschutz",
          "kontakt",
          "calendar",
          "events",
          "feed",
          "rss",
          "sitemap",
          "donate",
          "advertise",
          "cookies",
          "imprint",
          "gallery");

  private ArticleLinkMeasure() {}

  static boolean looksLikeArticle(CanonicalUrl page, CanonicalUrl link, Element anchor) {
    if (!sameSite(page.host(), link.host()) || link.identity().equals(page.identity())) {
      return false;
    }
    String address = link.identity();
    String afterHost = address.substring(address.indexOf('/')).toLowerCase(Locale.ROOT);
    int question = afterHost.indexOf('?');
    String path = question < 0 ? afterHost : afterHost.substring(0, question);
    if (path.equals("/") || FILE.matcher(path).find()) {
      return false;
    }
    return points(path, anchor) >= ENOUGH;
  }

  private static int points(String path, Element anchor) {
    int points = 0;
    String[] segments = path.substring(1).split("/");
    for (String segment : segments) {
      if (NO_ARTICLE.contains(segment)) {
        points -= 3;
      }
    }
    String slug = segments.length == 0 ? "" : segments[segments.length - 1];
    long words = slug.chars().filter(c -> c == '-' || c == '_').count() + 1;
    points += words >= 4 ? 2 : words >= 2 ? 1 : 0;
    points += DATE.matcher(path).find() ? 2 : 0;
    Matcher number = NUMBER.matcher(slug);
    points += number.find() ? 1 : 0;
    int said = wordCount(anchor.text());
    points += said >= 5 ? 2 : said >= 3 ? 1 : 0;
    points += anchor.closest("h1, h2, h3, h4, article") != null ? 2 : 0;
    points -= anchor.closest("nav, header, footer, aside") != null ? 2 : 0;
    return points;
  }

  private static int wordCount(String text) {
    String clean = text.strip();
    return clean.isEmpty() ? 0 : clean.split("\\s+").length;
  }

  private static boolean sameSite(String page, String link) {
    String home = page.startsWith("www.") ? page.substring(4) : page;
    return link.equals(home) || link.endsWith("." + home);
  }
}
