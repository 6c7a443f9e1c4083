package io.keeling.desk.profiles;

import io.keeling.desk.articles.FacetCount;
import io.keeling.desk.articles.FacetCounts;
import io.keeling.desk.articles.Trends;
import io.keeling.desk.profiles.OutletComparison.Outlet;
import io.keeling.desk.profiles.OutletComparison.Row;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares outlets by the topics of their articles. Threads may share it. */
public final class ComparisonMaker {

  /** Maximum number of topics; the taxonomy has forty. */
  private static final int MOST_TOPICS = 60;

  /** Number of outlets compared by default. */
  private static final int USUAL = 3;

  private final FacetCounts facets;
  private final Trends trends;

  public ComparisonMaker(FacetCounts facets, Trends trends) {
    this.facets = facets;
    this.trends = trends;
  }

  /** Compares the chosen outlets, at most four; by default the three with the most articles. */
  public OutletComparison of(Filters filters) {
    Filters all = filters.with(Facet.SOURCE, List.of());
    Map<Facet, List<FacetCount>> everywhere = facets.together(all, MOST_TOPICS);
    List<FacetCount> most = everywhere.getOrDefault(Facet.SOURCE, List.of());
    List<String> domains =
        filters.of(Facet.SOURCE).isEmpty()
            ? most.stream().limit(USUAL).map(FacetCount::value).toList()
            : filters.of(Facet.SOURCE).stream().limit(OutletComparison.MOST_OUTLETS).toList();
    List<Outlet> outlets = new ArrayList<>();
    List<Map<String, Integer>> topics = new ArrayList<>();
    for (String domain : domains) {
      Filters own = all.with(Facet.SOURCE, List.of(domain));
      Map<Facet, List<FacetCount>> counts = facets.together(own, MOST_TOPICS);
      outlets.add(new Outlet(domain, label(domain, counts), own, trends.count(own)));
      topics.add(
          counts.getOrDefault(Facet.TOPIC, List.of()).stream()
              .collect(Collectors.toMap(FacetCount::value, FacetCount::count)));
    }
    return new OutletComparison(
        all,
        trends.count(all),
        outlets,
        everywhere.getOrDefault(Facet.TOPIC, List.of()).stream()
            .map(
                topic ->
                    new Row(
                        topic.value(),
                        topic.count(),
                        topics.stream().map(own -> own.getOrDefault(topic.value(), 0)).toList()))
            .toList());
  }

  /** The outlets with the most articles, to choose from. */
  public List<FacetCount> outlets(Filters filters, int most) {
    return facets
        .together(filters.with(Facet.SOURCE, List.of()), most)
        .getOrDefault(Facet.SOURCE, List.of());
  }

  private static String label(String domain, Map<Facet, List<FacetCount>> counts) {
    return counts.getOrDefault(Facet.SOURCE, List.of()).stream()
        .findFirst()
        .map(FacetCount::label)
        .orElse(domain);
  }
}
