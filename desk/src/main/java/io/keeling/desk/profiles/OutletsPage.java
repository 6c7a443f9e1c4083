package io.keeling.desk.profiles;

import io.javalin.http.Context;
import io.keeling.desk.articles.Addresses;
import io.keeling.desk.label.Heading;
import io.keeling.desk.label.Labels;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Link;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.desk.web.ReaderLanguage;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.QueryString;
import io.keeling.search.query.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /outlets}: compares outlets by topic. Threads may share it. It takes the same query as
 * the list; the outlets in the query are compared.
 */
public final class OutletsPage implements QueryAction {

  /** Number of outlets offered, those with the most articles; the address can name any other. */
  private static final int OFFERED = 30;

  /** Maximum number of topics on the page; the CSV file has all. */
  private static final int MOST_TOPICS = 25;

  /**
   * The model of the page's template.
   *
   * @param among the filters, in words
   * @param chosen links that each remove an outlet
   * @param offered links that each add an outlet
   * @param heads the outlets compared, and the number of their articles in words
   * @param rows the topics
   */
  public record View(
      Frame frame,
      String among,
      List<Link> chosen,
      List<Link> offered,
      List<Head> heads,
      List<Row> rows,
      String csv,
      String json) {}

  /**
   * An outlet, or all outlets.
   *
   * @param page its profile page, null for all
   * @param articles a link to its articles, with their number in words
   * @param overlap how much its topics overlap with those of all, in words; null for all
   */
  public record Head(
      String label, @Nullable String page, Link articles, @Nullable String overlap) {}

  /** A topic and its share of each outlet's articles, and then of all articles. */
  public record Row(String topic, @Nullable String page, List<Cell> cells) {}

  /**
   * A share.
   *
   * @param href the articles, null if there are none or the query is too long
   */
  public record Cell(int percent, @Nullable String href, String share) {}

  private final ComparisonMaker comparisons;
  private final Labels labels;
  private final Pages pages;
  private final Addresses addresses;

  public OutletsPage(ComparisonMaker comparisons, Labels labels, Pages pages, Addresses addresses) {
    this.comparisons = comparisons;
    this.labels = labels;
    this.pages = pages;
    this.addresses = addresses;
  }

  @Override
  public void answer(Context context, ArticleQuery asked) {
    Messages messages = ReaderLanguage.of(context);
    Labels spoken = labels.in(messages);
    Filters filters = ViewFilters.of(asked, context, addresses);
    OutletComparison comparison = comparisons.of(filters);
    Filters shown =
        filters.with(
            Facet.SOURCE,
            comparison.outlets().stream().map(OutletComparison.Outlet::domain).toList());
    String query = QueryString.of(shown);
    boolean linked = query.length() <= AttentionView.LONGEST_QUERY;
    pages.send(
        context,
        "outlets.jte",
        new View(
            pages.frame(context, messages),
            new Heading(spoken, Map.of()).of(comparison.all()),
            chosen(comparison, shown),
            offered(shown),
            heads(comparison, messages),
            comparison.rows().stream()
                .limit(MOST_TOPICS)
                .map(row -> row(row, comparison, linked, spoken))
                .toList(),
            "/api/comparison.csv" + query,
            "/api/comparison" + query));
  }

  private static List<Link> chosen(OutletComparison comparison, Filters shown) {
    return comparison.outlets().stream()
        .map(outlet -> toggled(outlet.label(), shown, outlet.domain()))
        .toList();
  }

  private List<Link> offered(Filters shown) {
    if (shown.of(Facet.SOURCE).size() >= OutletComparison.MOST_OUTLETS) {
      return List.of();
    }
    return comparisons.outlets(shown, OFFERED).stream()
        .filter(outlet -> !shown.has(Facet.SOURCE, outlet.value()))
        .map(outlet -> toggled(outlet.label(), shown, outlet.value()))
        .toList();
  }

  private static Link toggled(String label, Filters shown, String domain) {
    return new Link(label, "/outlets" + QueryString.of(shown.toggle(Facet.SOURCE, domain)), false);
  }

  private List<Head> heads(OutletComparison comparison, Messages messages) {
    List<Head> heads = new ArrayList<>();
    for (int i = 0; i < comparison.outlets().size(); i++) {
      OutletComparison.Outlet outlet = comparison.outlets().get(i);
      heads.add(
          new Head(
              outlet.label(),
              Subject.address(Facet.SOURCE, outlet.domain()),
              articles(outlet.articles(), outlet.filters(), messages),
              messages.of("share", "share", comparison.overlap(i))));
    }
    heads.add(
        new Head(
            messages.of("outlets.all"),
            null,
            articles(comparison.articles(), comparison.all(), messages),
            null));
    return heads;
  }

  private Link articles(int count, Filters filters, Messages messages) {
    return new Link(messages.of("list.total", "count", count), addresses.list(filters), false);
  }

  private Row row(
      OutletComparison.Row row, OutletComparison comparison, boolean linked, Labels spoken) {
    List<Cell> cells = new ArrayList<>();
    IntStream.range(0, comparison.outlets().size())
        .forEach(
            i ->
                cells.add(
                    cell(
                        comparison.share(row, i),
                        linked && row.counts().get(i) > 0
                            ? articles(row, comparison.outlets().get(i).filters())
                            : null,
                        spoken.messages())));
    cells.add(
        cell(
            comparison.share(row),
            linked ? articles(row, comparison.all()) : null,
            spoken.messages()));
    return new Row(spoken.topic(row.topic()), Subject.address(Facet.TOPIC, row.topic()), cells);
  }

  private String articles(OutletComparison.Row row, Filters filters) {
    return addresses.list(filters.with(Facet.TOPIC, List.of(row.topic())));
  }

  private static Cell cell(double share, @Nullable String href, Messages messages) {
    return new Cell((int) Math.round(share * 100), href, messages.of("share", "share", share));
  }
}
