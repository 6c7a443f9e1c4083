package io.keeling.desk.profiles;

import io.javalin.http.Context;
import io.keeling.desk.articles.Addresses;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.util.List;

/**
 * Which articles a view is of: climate news, as on the list, where nothing but a time or outlets is
 * asked for.
 */
final class Among {

  private Among() {}

  /** The filters of an address, in its time and of its outlets. */
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
