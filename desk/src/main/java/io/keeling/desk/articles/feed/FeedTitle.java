package io.keeling.desk.articles.feed;

import io.keeling.desk.articles.store.ListedArticle;
import io.keeling.desk.label.Heading;
import io.keeling.desk.label.Labels;
import io.keeling.desk.messages.Languages;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.web.ReaderLanguage;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Filters;
import io.keeling.search.query.QueryString;
import io.keeling.search.query.Sort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The title of a feed, in the same words as the page's heading. */
final class FeedTitle {

  private FeedTitle() {}

  /** A feed's filters as a query string, with the order unless it is the default. */
  static String query(ArticleQuery query) {
    String filters = QueryString.of(query.filters());
    return query.sort() == Sort.FOUND
        ? filters
        : filters + (filters.isEmpty() ? '?' : '&') + "sort=" + query.sort().value();
  }

  /** Adds the language to a query string, unless it is the default. */
  static String in(Messages messages, String queryString) {
    return messages.equals(Languages.ENGLISH)
        ? queryString
        : queryString
            + (queryString.isEmpty() ? '?' : '&')
            + ReaderLanguage.PARAMETER
            + '='
            + messages.code();
  }

  /**
   * The address of the page with the same articles. Without filters it needs {@code view=all}, or
   * it would show climate news.
   */
  static String page(String queryString) {
    return "/" + (queryString.isEmpty() ? "?view=all" : queryString);
  }

  /** The site's title, followed by the filters in words. */
  static String of(String site, Filters filters, Labels labels, List<ListedArticle> items) {
    if (filters.isEmpty()) {
      return site;
    }
    Map<String, String> outlets = new LinkedHashMap<>();
    items.forEach(
        listed -> {
          var outlet = listed.article().article().source();
          outlets.putIfAbsent(outlet.domain(), outlet.name());
        });
    return site + ": " + new Heading(labels, outlets).of(filters);
  }
}
