package io.keeling.desk.profiles;

import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;

/**
 * The filters for all articles of the same outlets, languages and time. Their number is the base of
 * a share.
 *
 * <p>A count grows when more articles are read; a share does not (Media Cloud calls it normalised
 * attention).
 */
public final class Published {

  private Published() {}

  /** Keeps filters by outlet, language and time, and drops those by subject. */
  public static Filters of(Filters filters) {
    return Filters.NONE
        .with(Facet.SOURCE, filters.of(Facet.SOURCE))
        .with(Facet.LANGUAGE, filters.of(Facet.LANGUAGE))
        .within(filters.from(), filters.to());
  }
}
