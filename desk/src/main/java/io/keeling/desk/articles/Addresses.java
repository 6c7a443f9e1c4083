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
 * Builds the addresses of pages, and reads the parameters that only pages have. Immutable; threads
 * may share it.
 *
 * <p>Without filters a page shows climate news; {@code view=all} shows everything. Any other query
 * means the same on pages, in the API and in feeds.
 *
 * @param pageSize articles on a page by default
 */
public record Addresses(int pageSize) {

  /** Parameter of an article's address: cursor of the list page that the reader came from. */
  static final String PAGE = "page";

  private static final String VIEW = "view";
  private static final String ALL = "all";

  /** Maximum number of articles on a page. A longer page would be too large for a telephone. */
  private static final int MOST_ON_A_PAGE = 30;

  public Addresses {
    pageSize = Math.min(pageSize, MOST_ON_A_PAGE);
  }

  /** The query that the page shows. A query for one story shows all its tellings. */
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

  public String list(ArticleQuery query) {
    // Climate news is the default without filters.
    boolean front = query.filters().equals(ClimateNews.ALL) && query.cursor() == null;
    return "/" + (front ? written(query.with(Filters.NONE)) : marked(query));
  }

  private String written(ArticleQuery query) {
    return QueryString.of(query, pageSize, usual(query.filters()));
  }

  /** How the page groups stories if its address does not specify it. */
  private static Stories usual(Filters filters) {
    return filters.of(Facet.STORY).isEmpty() ? Stories.ONCE : Stories.ALL;
  }

  public String list(Filters filters) {
    return list(new ArticleQuery(filters, Sort.NEWEST, pageSize, null, usual(filters)));
  }

  /**
   * The address of an article opened from a list.
   *
   * @param position the article's position in the list
   * @param page the cursor of the list page, null for the first
   */
  String article(String id, ArticleQuery query, Cursor position, @Nullable Cursor page) {
    String address = "/articles/" + id + marked(query.after(position));
    return page == null ? address : address + "&" + PAGE + "=" + page.encode(query.filters());
  }

  /**
   * The query string, with {@code view=all} if there are no filters, which would otherwise show
   * climate news.
   */
  private String marked(ArticleQuery query) {
    String written = written(query);
    return query.filters().isEmpty()
        ? written + (written.isEmpty() ? "?" : "&") + VIEW + "=" + ALL
        : written;
  }

  /**
   * A link to the articles with a value.
   *
   * @param among further filters to keep
   */
  public Link filter(Filters among, Facet facet, String value, String label) {
    return new Link(label, list(among.with(facet, List.of(value))), false);
  }
}
