package io.keeling.desk.articles;

import io.keeling.desk.label.Labels;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.QueryString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A facet in the side column of the list. Immutable; threads may share it.
 *
 * @param first values always shown, the chosen ones first
 * @param more values shown after unfolding
 */
public record FacetView(Facet facet, String title, List<Value> first, List<Value> more) {

  private static final int SHOWN = 7;

  /** Maximum number of characters in the links of all facets: a third of a page. */
  private static final int MOST_CHARACTERS = 25_000;

  /** Characters of markup around the query of a value's link. */
  private static final int MARKUP = 170;

  /**
   * A value of a facet.
   *
   * @param type the kind of a name, empty for other facets
   * @param estimated whether the count is an estimate
   * @param href the list with this value chosen, or no longer chosen
   */
  public record Value(
      String label, String type, int count, boolean estimated, boolean chosen, String href) {}

  /** Facets that have values, in the order of the side column. */
  static List<FacetView> of(
      Map<Facet, List<FacetCount>> counts, ArticleQuery query, Labels labels, Addresses addresses) {
    List<FacetView> views = new ArrayList<>();
    for (Facet facet : Facet.COUNTED) {
      if (facet == Facet.TOPIC_GRADE && query.filters().of(Facet.TOPIC).isEmpty()) {
        continue;
      }
      List<Value> values =
          values(facet, counts.getOrDefault(facet, List.of()), query, labels, addresses);
      if (!values.isEmpty()) {
        int all = Math.min(values.size(), most(facet, query));
        int shown = Math.min(all, SHOWN);
        views.add(
            new FacetView(
                facet,
                labels.messages().of("facet." + facet.parameter()),
                values.subList(0, shown),
                values.subList(shown, all)));
      }
    }
    return List.copyOf(views);
  }

  /**
   * Maximum number of values shown: fewer with a longer query, since each value's link repeats it.
   */
  private static int most(Facet facet, ArticleQuery query) {
    int link = MARKUP + QueryString.of(query.filters()).length();
    int values = MOST_CHARACTERS / link;
    return Math.max(SHOWN, facet == Facet.TOPIC ? values / 3 : values / 7);
  }

  private static List<Value> values(
      Facet facet,
      List<FacetCount> counts,
      ArticleQuery query,
      Labels labels,
      Addresses addresses) {
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
                  label(facet, count, labels),
                  count.type() == null
                      ? ""
                      : labels.messages().find("name." + count.type()).orElse(count.type()),
                  count.count(),
                  count.estimated() != null,
                  isChosen,
                  addresses.list(query.with(filters.toggle(facet, value)))));
    }
    for (String value : missing) {
      chosen.add(
          new Value(
              labels.of(facet, value),
              "",
              0,
              false,
              true,
              addresses.list(query.with(filters.toggle(facet, value)))));
    }
    chosen.addAll(others);
    return chosen;
  }

  /** Outlets and names are never translated, other values are. */
  private static String label(Facet facet, FacetCount count, Labels labels) {
    return facet == Facet.SOURCE || facet == Facet.NAME
        ? count.label()
        : labels.of(facet, count.value());
  }

  private static boolean same(Facet facet, String a, String b) {
    return facet == Facet.NAME ? a.equalsIgnoreCase(b) : a.equals(b);
  }

  private static String chosenForm(Facet facet, Filters filters, String value) {
    return filters.of(facet).stream().filter(v -> same(facet, v, value)).findFirst().orElse(value);
  }
}
