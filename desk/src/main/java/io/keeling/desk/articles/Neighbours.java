package io.keeling.desk.articles;

import io.keeling.desk.articles.store.ArticleListing;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.articles.store.ListedArticle;
import io.keeling.desk.page.Link;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Cursor;
import io.keeling.search.query.Sort;
import io.keeling.search.query.Stories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Links from an article back to its list, and to its neighbours in the list. Immutable; threads may
 * share it.
 *
 * @param back the page of the list
 * @param heading the list's heading
 * @param previous the previous article, null if this is the first or the previous one is unknown
 * @param next the next article, null if this is the last
 */
public record Neighbours(
    String back, String heading, @Nullable Link previous, @Nullable Link next) {

  /**
   * Maximum number of articles searched for the previous one. Several of them may belong to one
   * story.
   */
  private static final int MOST_TELLINGS = 20;

  /**
   * Finds the neighbours of an article. Lists sorted by newest or oldest are searched in both
   * directions. In other orders, the previous article is only searched for on the same page.
   *
   * @param query the list, starting after the article
   * @param page the cursor of its list page, null for the first
   */
  static Neighbours of(
      String id,
      ArticleQuery query,
      @Nullable Cursor page,
      ArticleStore articles,
      Addresses addresses,
      String heading) {
    ArticleQuery list = query.after(page);
    Link next = after(id, query, articles).map(n -> link(n, query, page, addresses)).orElse(null);
    Link previous =
        before(id, query, page, articles).map(p -> link(p, query, page, addresses)).orElse(null);
    return new Neighbours(addresses.list(list), heading, previous, next);
  }

  private static Optional<ListedArticle> after(
      String id, ArticleQuery query, ArticleStore articles) {
    // Scores are recomputed and may differ slightly, so the article itself may be found after its
    // own position.
    return list(articles, query, 2).stream().filter(listed -> !listed.id().equals(id)).findFirst();
  }

  private static Optional<ListedArticle> before(
      String id, ArticleQuery query, @Nullable Cursor page, ArticleStore articles) {
    Cursor here = query.cursor();
    // Other orders cannot be read backwards.
    if ((query.sort() != Sort.NEWEST && query.sort() != Sort.OLDEST) || here == null) {
      List<ListedArticle> shown = list(articles, query.after(page), query.limit());
      for (int i = 1; i < shown.size(); i++) {
        if (shown.get(i).id().equals(id)) {
          return Optional.of(shown.get(i - 1));
        }
      }
      return Optional.empty();
    }
    Sort other = query.sort() == Sort.NEWEST ? Sort.OLDEST : Sort.NEWEST;
    Cursor turned = new Cursor(other, here.sortedAt(), here.id(), 0, here.asOf());
    ArticleQuery every = query.sorted(other).showing(Stories.ALL).after(turned);
    if (query.stories() == Stories.ALL) {
      return list(articles, every, 1).stream().findFirst();
    }
    // Of each story, the list shows only the article that is first in the list's order. Reading
    // backwards, another article of the story would come first, so all are read and filtered here.
    return list(articles, every, MOST_TELLINGS).stream()
        .filter(listed -> articles.isFirstTelling(query, listed))
        .findFirst();
  }

  private static List<ListedArticle> list(ArticleStore articles, ArticleQuery query, int most) {
    return articles
        .list(
            new ArticleQuery(query.filters(), query.sort(), most, query.cursor(), query.stories()))
        .items();
  }

  private static Link link(
      ListedArticle listed, ArticleQuery query, @Nullable Cursor page, Addresses addresses) {
    Instant asOf = query.cursor() == null ? listed.sortedAt() : query.cursor().asOf();
    Cursor position = position(query.sort(), listed, asOf);
    return new Link(
        listed.article().article().title(),
        addresses.article(listed.id(), query, position, page),
        false);
  }

  /** The cursor of an article in a listing. */
  static Cursor position(ArticleQuery query, ArticleListing listing, ListedArticle listed) {
    Instant asOf =
        query.cursor() != null
            ? query.cursor().asOf()
            : listing.next() != null ? listing.next().asOf() : Instant.now();
    return position(query.sort(), listed, asOf);
  }

  private static Cursor position(Sort sort, ListedArticle listed, Instant asOf) {
    return new Cursor(sort, listed.place(sort), listed.id(), listed.score(), asOf).settled();
  }
}
