package io.keeling.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a facet, most frequent first.
 *
 * @param values the most frequent ones
 * @param exact false where the counts are an estimate
 */
public record FacetValues(List<FacetValue> values, boolean exact) {

  public FacetValues {
    values = List.copyOf(values);
  }

  /**
   * A value.
   *
   * @param value as written in a query
   * @param label its name in the articles; null where the value is its own name
   * @param type for a name: person, organization or location; null for other facets
   * @param count how many articles have it
   */
  public record FacetValue(
      String value, @Nullable String label, @Nullable String type, int count) {}
}
