package io.keeling.feeds.page;

import io.keeling.feeds.label.Labels;
import io.keeling.feeds.query.ArticleQuery;
import io.keeling.feeds.query.Facet;
import io.keeling.feeds.query.Filters;
import io.keeling.feeds.query.QueryString;
import io.keeling.feeds.query.Stories;
import io.keeling.feeds.store.FacetCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A facet in the rail of the list. Immutable and safe to share between threads.
 *
 * @param facet which
 * @param title its heading
 * @param first values shown at once, the chosen ones first
 * @param more values that unfold
 */
public record FacetView(Facet facet, String title, List<Value> first, List<Value> more) {

  private static final int SHOWN = 7;

  private static final Map<Facet, String> TITLES =
      Map.of(
          Facet.CLIMATE, "Climate",
          Facet.TOPIC, "Topics",
          Facet.TOPIC_GRADE, "What it says of the topic",
          Facet.NAME, "Names",
          Facet.COUNTRY, "Countries",
          Facet.SOURCE, "Outlets",
          Facet.LANGUAGE, "Languages");

  /**
   * A value of a facet.
   *
   * @param label what it is called
   * @param type what a name names, empty for other facets
   * @param count how many articles have it
   * @param chosen whether it is chosen
   * @param href where it is chosen, or not chosen any more
   */
  public record Value(String label, String type, int count, boolean chosen, String href) {}

  /** The facets that have values, in the order of the rail. */
  static List<FacetView> of(
      Map<Facet, List<FacetCount>> counts, ArticleQuery query, Labels labels, int pageSize) {
    List<FacetView> views = new ArrayList<>();
    for (Facet facet :
        List.of(
            Facet.CLIMATE,
            Facet.TOPIC,
            Facet.TOPIC_GRADE,
            Facet.NAME,
            Facet.COUNTRY,
            Facet.SOURCE,
            Facet.LANGUAGE)) {
      if (facet == Facet.TOPIC_GRADE && query.filters().of(Facet.TOPIC).isEmpty()) {
        continue;
      }
      List<Value> values =
          values(facet, counts.getOrDefault(facet, List.of()), query, labels, pageSize);
      if (!values.isEmpty()) {
        int shown = Math.min(values.size(), SHOWN);
        views.add(
            new FacetView(
                facet,
                Objects.requireNonNull(TITLES.get(facet)),
                values.subList(0, shown),
                values.subList(shown, values.size())));
      }
    }
    return List.copyOf(views);
  }

  private static List<Value> values(
      Facet facet, List<FacetCount> counts, ArticleQuery query, Labels labels, int pageSize) {
    Filters filters = query.filters();
    List<Value> chosen = new ArrayList<>();
    List<Value> others = new ArrayList<>();
    List<String> missing = new ArrayList<>(filters.of(facet));
    for (FacetCount count : counts) {
      boolean isChosen = missing.removeIf(v -> same(facet, v, count.value()));
      String value = isChosen ? chosenForm(facet, filters, count.value()) : count.value();
      (isChosen ? chosen : others)
          .add(
              new Value(
                  count.label(),
                  count.type() == null ? "" : count.type(),
                  count.count(),
                  isChosen,
                  href(query, facet, value, pageSize)));
    }
    for (String value : missing) {
      chosen.add(
          new Value(labels.of(facet, value), "", 0, true, href(query, facet, value, pageSize)));
    }
    chosen.addAll(others);
    return chosen;
  }

  private static boolean same(Facet facet, String a, String b) {
    return facet == Facet.NAME ? a.equalsIgnoreCase(b) : a.equals(b);
  }

  private static String chosenForm(Facet facet, Filters filters, String value) {
    return filters.of(facet).stream().filter(v -> same(facet, v, value)).findFirst().orElse(value);
  }

  private static String href(ArticleQuery query, Facet facet, String value, int pageSize) {
    return "/"
        + QueryString.of(query.with(query.filters().toggle(facet, value)), pageSize, Stories.ONCE);
  }
}
