package io.keeling.desk.profiles;

import io.javalin.http.Context;
import io.keeling.desk.articles.Addresses;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.util.List;

/**
 * Filters of the map, of rising subjects and of compared outlets. Like the list, these show climate
 * news by default. Filters by time and outlet do not change that; any other filter does.
 */
final class ViewFilters {

  private ViewFilters() {}

  /** The filters of a view. */
  static Filters of(ArticleQuery asked, Context context, Addresses addresses) {
    Filters filters = asked.filters();
    Filters about = filters.within(null, null).with(Facet.SOURCE, List.of());
    return addresses
        .shown(asked.with(about), context)
        .filters()
        .with(Facet.SOURCE, filters.of(Facet.SOURCE))
        .within(filters.from(), filters.to());
  }
}
