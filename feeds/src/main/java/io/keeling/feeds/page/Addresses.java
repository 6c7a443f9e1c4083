package io.keeling.feeds.page;

import io.javalin.http.Context;
import io.keeling.feeds.label.ClimateNews;
import io.keeling.feeds.query.ArticleQuery;
import io.keeling.feeds.query.Cursor;
import io.keeling.feeds.query.Facet;
import io.keeling.feeds.query.Filters;
import io.keeling.feeds.query.QueryString;
import io.keeling.feeds.query.Sort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the addresses of pages, and reads what only pages have in theirs. Immutable and safe to
 * share between threads.
 *
 * <p>A query without any filter shows climate news; {@code view=all} shows everything read. Every
 * other query says itself what it shows, so that it finds the same on the page, in the API and in a
 * feed.
 *
 * @param pageSize articles on a page where a query does not say
 * @param everyTelling whether a story is shown as often as it is told
 */
public record Addresses(int pageSize, boolean everyTelling) {

  /** Parameter of an article's address: the page of the list it was opened from. */
  static final String PAGE = "page";

  private static final String VIEW = "view";
  private static final String ALL = "all";
  private static final String STORIES = "stories";

  /** A page of more would be heavier than a telephone should load. */
  private static final int MOST_ON_A_PAGE = 30;

  /** The addresses for a reader who is at one. */
  static Addresses at(Context context, int pageSize) {
    return new Addresses(
        Math.min(pageSize, MOST_ON_A_PAGE), ALL.equals(context.queryParam(STORIES)));
  }

  /** What is shown for a query of the page. */
  ArticleQuery shown(ArticleQuery asked, Context context) {
    ArticleQuery bounded =
        new ArticleQuery(
            asked.filters(), asked.sort(), Math.min(asked.limit(), MOST_ON_A_PAGE), asked.cursor());
    boolean all = ALL.equals(context.queryParam(VIEW)) || asked.cursor() != null;
    return asked.filters().isEmpty() && !all ? bounded.with(ClimateNews.ALL) : bounded;
  }

  /** The list of a query. */
  String list(ArticleQuery query) {
    if (query.equals(front())) {
      return everyTelling ? "/?" + STORIES + "=" + ALL : "/";
    }
    return "/" + marked(QueryString.of(query, pageSize), query.filters());
  }

  private ArticleQuery front() {
    return new ArticleQuery(ClimateNews.ALL, Sort.NEWEST, pageSize, null);
  }

  /**
   * An article of a list.
   *
   * @param position where it stands in it
   * @param page where the page of the list begins that it is on, none for the first
   */
  String article(String id, ArticleQuery query, Cursor position, @Nullable Cursor page) {
    String address =
        "/articles/"
            + id
            + marked(QueryString.of(query.after(position), pageSize), query.filters());
    return page == null ? address : address + "&" + PAGE + "=" + page.encode(query.filters());
  }

  /** What the parameters of the query cannot say. */
  private String marked(String queryString, Filters filters) {
    StringBuilder marked = new StringBuilder(queryString);
    if (filters.isEmpty()) {
      add(marked, VIEW);
    }
    if (everyTelling) {
      add(marked, STORIES);
    }
    return marked.toString();
  }

  private static void add(StringBuilder address, String parameter) {
    address.append(address.isEmpty() ? '?' : '&').append(parameter).append('=').append(ALL);
  }

  /** The same articles, each story once or every telling. */
  Addresses telling(boolean every) {
    return new Addresses(pageSize, every);
  }

  /**
   * The articles that have a value.
   *
   * @param among the filters that stay
   */
  Link filter(Filters among, Facet facet, String value, String label) {
    Filters filters = among.with(facet, List.of(value));
    return new Link(label, list(new ArticleQuery(filters, Sort.NEWEST, pageSize, null)), false);
  }
}
