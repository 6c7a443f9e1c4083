package io.keeling.desk.label;

import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.util.List;
import java.util.Set;

/** Climate news, shown by default: articles about climate change and articles that mention it. */
public final class ClimateNews {

  private static final List<String> GRADES = List.of("main", "mention");

  /** Filters for all climate news. */
  public static final Filters ALL = in(Filters.NONE);

  private ClimateNews() {}

  /** Limits filters to climate news. */
  public static Filters in(Filters filters) {
    return filters.with(Facet.CLIMATE, GRADES);
  }

  /** Whether the climate filter selects all climate news and nothing else. */
  public static boolean isIn(Filters filters) {
    return Set.copyOf(filters.of(Facet.CLIMATE)).equals(Set.copyOf(GRADES));
  }
}
