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
 * A facet in the rail of the list.
 *
 * @param facet which
 * @param title its heading
 * @param first values shown at once, the chosen ones first
 * @param more values that unfold
 */
public record FacetView(Facet facet, String title, List<Value> first, List<Value> more) {

  private static final int SHOWN = 7;

  /** What the links of all facets may weigh together, in characters: a third of a page. */
  private static final int MOST_CHARACTERS = 25_000;

  /** What a value weighs beside its query. */
  private static final int MARKUP = 170;

  /**
   * A value of a facet.
   *
   * @param label what it is called
   * @param type what a name names, empty for other facets
   * @param count how many articles have it
   * @param estimated whether that is an estimate
   * @param chosen whether it is chosen
   * @param href where it is chosen, or not chosen any more
   */
  public record Value(
      String label, String type, int count, boolean estimated, boolean chosen, String href) {}

  /** The facets that have values, in the order of the rail. */
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

  /** Most values of a facet: all topics, and of the others fewer, the longer the query is. */
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

  /** Outlets and names are called what they are, everything else in the reader's language. */
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
