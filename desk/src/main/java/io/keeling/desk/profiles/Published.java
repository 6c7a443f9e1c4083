package io.keeling.desk.profiles;

import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;

/**
 * Everything that some articles are a share of: what the same outlets published in the same
 * languages and the same time.
 *
 * <p>A count by itself grows when more is read; a share does not (Media Cloud calls it attention,
 * normalised).
 */
public final class Published {

  private Published() {}

  /** The filters that say who publishes what when, without those that say what it is about. */
  public static Filters of(Filters filters) {
    return Filters.NONE
        .with(Facet.SOURCE, filters.of(Facet.SOURCE))
        .with(Facet.LANGUAGE, filters.of(Facet.LANGUAGE))
        .within(filters.from(), filters.to());
  }
}
