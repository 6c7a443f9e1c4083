package io.keeling.desk.profiles;

import io.javalin.http.Context;
import io.keeling.desk.articles.Addresses;
import io.keeling.desk.articles.FacetCount;
import io.keeling.desk.articles.FacetCounts;
import io.keeling.desk.articles.Trends;
import io.keeling.desk.label.Heading;
import io.keeling.desk.label.Labels;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Link;
import io.keeling.desk.page.Pages;
import io.keeling.desk.profiles.WorldMap.Country;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.desk.web.ReaderLanguage;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.QueryString;
import io.keeling.search.query.Subject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /map}: the countries in the articles of a query, as a map and a table. Threads may
 * share it.
 */
public final class MapPage implements QueryAction {

  /** Number of shades of colour; readers can tell five to seven apart (Brewer, ColorBrewer). */
  static final int SHADES = 5;

  /** Maximum number of countries; there are fewer. */
  private static final int MOST = 250;

  /** Number of countries whose rank is shown on the map. */
  private static final int RANKED = 10;

  /**
   * Number of table rows with links to articles. There are some 250 countries, and links for all of
   * them would make the page too large.
   */
  private static final int LINKED = 40;

  /**
   * The model of the page's template.
   *
   * @param among the filters, in words
   * @param spans links to other times
   * @param land outlines of countries without articles
   * @param shapes countries with articles
   * @param ranks the first ten of the table, at their places on the map
   * @param legend the range of each shade
   * @param rows the numbers, most articles first
   */
  public record View(
      Frame frame,
      String among,
      List<Link> spans,
      String land,
      List<Shape> shapes,
      List<Rank> ranks,
      List<Shade> legend,
      List<Row> rows,
      String csv,
      String json) {

    public int width() {
      return WorldMap.WIDTH;
    }

    public int height() {
      return WorldMap.HEIGHT;
    }
  }

  /**
   * A country with articles.
   *
   * @param outline an SVG path, empty to draw a dot
   * @param shade 1 to 5; darker with more articles
   */
  public record Shape(String title, String outline, int x, int y, int shade) {}

  /** The rank of a country, at its place on the map. */
  public record Rank(int rank, int x, int y) {}

  /** The range of a shade, in words. */
  public record Shade(int shade, String range) {}

  /**
   * A country in numbers.
   *
   * @param articles a link to its articles, null in the later rows of a long table
   */
  public record Row(
      int rank,
      String label,
      @Nullable String page,
      int count,
      @Nullable String articles,
      String share) {}

  private final FacetCounts facets;
  private final Trends trends;
  private final Labels labels;
  private final Pages pages;
  private final Addresses addresses;
  private final Clock clock;

  public MapPage(
      FacetCounts facets,
      Trends trends,
      Labels labels,
      Pages pages,
      Addresses addresses,
      Clock clock) {
    this.facets = facets;
    this.trends = trends;
    this.labels = labels;
    this.pages = pages;
    this.addresses = addresses;
    this.clock = clock;
  }

  @Override
  public void answer(Context context, ArticleQuery asked) {
    Messages messages = ReaderLanguage.of(context);
    Labels spoken = labels.in(messages);
    Filters filters = ViewFilters.of(asked, context, addresses);
    List<FacetCount> counts = facets.together(filters, MOST).getOrDefault(Facet.COUNTRY, List.of());
    int most = counts.isEmpty() ? 0 : counts.get(0).count();
    String query = QueryString.of(filters);
    pages.send(
        context,
        "map.jte",
        new View(
            pages.frame(context, messages),
            new Heading(spoken, Map.of()).of(filters),
            spans(filters, messages),
            land(counts),
            shapes(counts, most, spoken),
            ranks(counts),
            legend(most, messages),
            rows(counts, filters, spoken),
            "/api/mentions.csv" + query,
            "/api/mentions" + query));
  }

  private List<Link> spans(Filters filters, Messages messages) {
    LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    List<Link> spans = new ArrayList<>();
    spans.add(span("map.week", filters, today.minusDays(6), messages));
    spans.add(span("map.month", filters, today.minusDays(27), messages));
    spans.add(span("map.year", filters, today.minusYears(1), messages));
    Filters always = filters.within(null, null);
    spans.add(new Link(messages.of("map.always"), here(always), filters.equals(always)));
    return spans;
  }

  private static Link span(String key, Filters filters, LocalDate from, Messages messages) {
    Filters span = filters.within(from.atStartOfDay(ZoneOffset.UTC).toInstant(), null);
    return new Link(messages.of(key), here(span), filters.equals(span));
  }

  private static String here(Filters filters) {
    String query = QueryString.of(filters);
    return "/map" + (query.isEmpty() ? "?view=all" : query);
  }

  private static String land(List<FacetCount> counts) {
    List<String> told = counts.stream().map(FacetCount::value).toList();
    StringBuilder land = new StringBuilder();
    WorldMap.COUNTRIES.stream()
        .filter(country -> !told.contains(country.code()))
        .forEach(country -> land.append(country.outline()));
    return land.toString();
  }

  private static List<Shape> shapes(List<FacetCount> counts, int most, Labels spoken) {
    Map<String, Integer> told = new LinkedHashMap<>();
    counts.forEach(count -> told.put(count.value(), count.count()));
    List<Shape> shapes = new ArrayList<>();
    for (Country country : WorldMap.COUNTRIES) {
      Integer count = told.get(country.code());
      if (count != null) {
        shapes.add(
            new Shape(
                spoken
                    .messages()
                    .of("map.shape", "country", spoken.country(country.code()), "count", count),
                country.outline(),
                country.x(),
                country.y(),
                shade(count, most)));
      }
    }
    return shapes;
  }

  /** The shade on a logarithmic scale, since a few countries have most of the articles. */
  static int shade(int count, int most) {
    return (int) Math.max(1, Math.ceil(SHADES * Math.log1p(count) / Math.log1p(most) - 1e-9));
  }

  private static List<Rank> ranks(List<FacetCount> counts) {
    List<Rank> ranks = new ArrayList<>();
    for (int i = 0; i < Math.min(RANKED, counts.size()); i++) {
      String code = counts.get(i).value();
      int rank = i + 1;
      WorldMap.COUNTRIES.stream()
          .filter(country -> country.code().equals(code))
          .forEach(country -> ranks.add(new Rank(rank, country.x(), country.y())));
    }
    return ranks;
  }

  private static List<Shade> legend(int most, Messages messages) {
    List<Shade> legend = new ArrayList<>();
    int first = 1;
    for (int count = 1; count <= most && legend.size() < SHADES; ) {
      int shade = shade(count, most);
      int last =
          Math.max(count, (int) Math.floor(Math.expm1(shade * Math.log1p(most) / SHADES) + 1e-6));
      legend.add(new Shade(shade, range(first, Math.min(last, most), messages)));
      first = last + 1;
      count = first;
    }
    return legend;
  }

  private static String range(int first, int last, Messages messages) {
    return first == last
        ? messages.of("number", "number", first)
        : messages.of("map.range", "first", first, "last", last);
  }

  private List<Row> rows(List<FacetCount> counts, Filters filters, Labels spoken) {
    int all = trends.count(filters);
    boolean linked = QueryString.of(filters).length() <= AttentionView.LONGEST_QUERY;
    List<Row> rows = new ArrayList<>();
    for (FacetCount count : counts) {
      rows.add(
          new Row(
              rows.size() + 1,
              spoken.country(count.value()),
              Subject.address(Facet.COUNTRY, count.value()),
              count.count(),
              linked && rows.size() < LINKED
                  ? addresses.list(filters.with(Facet.COUNTRY, List.of(count.value())))
                  : null,
              spoken.messages().of("share", "share", (double) count.count() / Math.max(1, all))));
    }
    return rows;
  }
}
