package io.keeling.desk.articles;

import io.keeling.desk.label.Labels;
import io.keeling.search.FacetValues;
import io.keeling.search.FacetValues.FacetValue;
import io.keeling.search.SearchIndex;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts the values of facets. Threads may share it. */
public final class FacetCounts {

  /** Maximum number of values of a facet; the taxonomy has forty topics. */
  private static final int MOST_VALUES = 40;

  private final SearchIndex index;
  private final Labels labels;

  public FacetCounts(SearchIndex index, Labels labels) {
    this.index = index;
    this.labels = labels;
  }

  /**
   * Counts the values of every facet, most frequent first. A facet's own filters do not affect its
   * counts, so that they show what another choice would find.
   */
  public Map<Facet, List<FacetCount>> count(Filters filters) {
    return labelled(index.facets(filters, MOST_VALUES));
  }

  /**
   * Counts the values of every facet among articles that match all filters, most frequent first.
   *
   * @param most maximum number of values of a facet
   */
  public Map<Facet, List<FacetCount>> together(Filters filters, int most) {
    return labelled(index.together(filters, most));
  }

  private Map<Facet, List<FacetCount>> labelled(Map<Facet, FacetValues> found) {
    Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
    found.forEach(
        (facet, values) ->
            counts.put(
                facet,
                values.values().stream()
                    .map(value -> count(facet, value, values.exact()))
                    .toList()));
    return counts;
  }

  private FacetCount count(Facet facet, FacetValue value, boolean exact) {
    String label = value.label() == null ? labels.of(facet, value.value()) : value.label();
    return new FacetCount(value.value(), label, value.type(), value.count(), exact ? null : true);
  }
}
