package io.keeling.desk.articles;

import io.javalin.http.Context;
import io.keeling.desk.label.ClimateNews;
import io.keeling.desk.page.Link;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Cursor;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.QueryString;
import io.keeling.search.query.Sort;
import io.keeling.search.query.Stories;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the addresses of pages, and reads what only pages have in theirs.
 *
 * <p>A query without any filter shows climate news; {@code view=all} shows everything read. Every
 * other query says itself what it shows, so that it finds the same on the page, in the API and in a
 * feed.
 *
 * @param pageSize articles on a page where a query does not say
 */
public record Addresses(int pageSize) {

  /** Parameter of an article's address: the page of the list it was opened from. */
  static final String PAGE = "page";

  private static final String VIEW = "view";
  private static final String ALL = "all";

  /** A page of more would be heavier than a telephone should load. */
  private static final int MOST_ON_A_PAGE = 30;

  public Addresses {
    pageSize = Math.min(pageSize, MOST_ON_A_PAGE);
  }

  /** What is shown for a query of the page; of one story every telling. */
  public ArticleQuery shown(ArticleQuery asked, Context context) {
    ArticleQuery bounded =
        new ArticleQuery(
            asked.filters(),
            asked.sort(),
            Math.min(asked.limit(), MOST_ON_A_PAGE),
            asked.cursor(),
            asked.filters().of(Facet.STORY).isEmpty() ? asked.stories() : Stories.ALL);
    boolean all = ALL.equals(context.queryParam(VIEW)) || asked.cursor() != null;
    return asked.filters().isEmpty() && !all ? bounded.with(ClimateNews.ALL) : bounded;
  }

  /** The list of a query. */
  public String list(ArticleQuery query) {
    // A query without any filter shows climate news, which need not be written then.
    boolean front = query.filters().equals(ClimateNews.ALL) && query.cursor() == null;
    return "/" + (front ? written(query.with(Filters.NONE)) : marked(query));
  }

  private String written(ArticleQuery query) {
    return QueryString.of(query, pageSize, usual(query.filters()));
  }

  /** How the page lists stories where its address does not say. */
  private static Stories usual(Filters filters) {
    return filters.of(Facet.STORY).isEmpty() ? Stories.ONCE : Stories.ALL;
  }

  /** The list of some filters, newest first. */
  public String list(Filters filters) {
    return list(new ArticleQuery(filters, Sort.NEWEST, pageSize, null, usual(filters)));
  }

  /**
   * An article of a list.
   *
   * @param position where it stands in it
   * @param page where the page of the list begins that it is on, none for the first
   */
  String article(String id, ArticleQuery query, Cursor position, @Nullable Cursor page) {
    String address = "/articles/" + id + marked(query.after(position));
    return page == null ? address : address + "&" + PAGE + "=" + page.encode(query.filters());
  }

  /** What the parameters of the query cannot say. */
  private String marked(ArticleQuery query) {
    String written = written(query);
    return query.filters().isEmpty()
        ? written + (written.isEmpty() ? "?" : "&") + VIEW + "=" + ALL
        : written;
  }

  /**
   * The articles that have a value.
   *
   * @param among the filters that stay
   */
  public Link filter(Filters among, Facet facet, String value, String label) {
    return new Link(label, list(among.with(facet, List.of(value))), false);
  }
}
