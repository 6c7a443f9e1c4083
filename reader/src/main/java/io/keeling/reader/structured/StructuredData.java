package io.keeling.reader.structured;

import io.keeling.reader.wording.Folded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The article that a page's JSON-LD describes.
 *
 * @param article the thing that is this page's article, or null
 * @param page the thing that is the page itself, or null
 * @param things all typed things
 */
public record StructuredData(@Nullable Thing article, @Nullable Thing page, List<Thing> things) {

  /** Chooses the page's own article among all things. */
  public static StructuredData of(List<Thing> things, @Nullable String canonical, String title) {
    Thing article = null;
    double best = 0;
    Thing page = null;
    for (Thing thing : things) {
      if (thing.isArticle()) {
        double score = score(thing, canonical, title);
        if (score > best) {
          best = score;
          article = thing;
        }
      } else if (page == null && thing.isWebPage() && !thing.listed()) {
        page = thing;
      }
    }
    return new StructuredData(article, page, things);
  }

  private static double score(Thing thing, @Nullable String canonical, String title) {
    double score = thing.listed() ? 0.5 : 2;
    score += thing.text("datePublished") != null ? 1 : 0;
    score += thing.text("articleBody") != null ? 1 : 0;
    score += thing.text("headline") != null ? 0.5 : 0;
    score += thing.node().has("author") ? 0.5 : 0;
    String headline = thing.text("headline");
    if (headline != null && !title.isEmpty()) {
      String folded = Folded.of(headline);
      score += !folded.isEmpty() && Folded.of(title).contains(folded) ? 3 : 0;
    }
    if (canonical != null
        && (same(thing.address("url"), canonical)
            || same(thing.address("mainEntityOfPage"), canonical))) {
      score += 2;
    }
    return score;
  }

  private static boolean same(@Nullable String address, String canonical) {
    return address != null && strip(address).equals(strip(canonical));
  }

  private static String strip(String address) {
    int scheme = address.indexOf("://");
    String rest = scheme < 0 ? address : address.substring(scheme + 3);
    return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
  }

  public @Nullable String ofArticle(String key) {
    return article == null ? null : article.text(key);
  }
}
