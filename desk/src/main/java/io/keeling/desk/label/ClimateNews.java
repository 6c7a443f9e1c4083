package io.keeling.desk.label;

import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.util.List;
import java.util.Set;

/**
 * What the desk shows where nobody asks for anything: articles about climate change, and those that
 * mention it.
 */
public final class ClimateNews {

  private static final List<String> GRADES = List.of("main", "mention");

  /** All of it. */
  public static final Filters ALL = in(Filters.NONE);

  private ClimateNews() {}

  /** The same filters, among climate news. */
  public static Filters in(Filters filters) {
    return filters.with(Facet.CLIMATE, GRADES);
  }

  /** Whether filters choose among climate news, neither more nor less of it. */
  public static boolean isIn(Filters filters) {
    return Set.copyOf(filters.of(Facet.CLIMATE)).equals(Set.copyOf(GRADES));
  }
}
