package io.keeling.desk.profiles;

import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;

/**
 * All articles that some are a share of: those of the same outlets, languages and time.
 *
 * <p>A count grows when more is read; a share does not (Media Cloud calls it attention,
 * normalised).
 */
public final class Published {

  private Published() {}

  /** Filters by outlet, language and time, without those by subject. */
  public static Filters of(Filters filters) {
    return Filters.NONE
        .with(Facet.SOURCE, filters.of(Facet.SOURCE))
        .with(Facet.LANGUAGE, filters.of(Facet.LANGUAGE))
        .within(filters.from(), filters.to());
  }
}
