package io.keeling.desk.profiles;

import io.javalin.http.Context;
import io.keeling.desk.articles.Addresses;
import io.keeling.desk.label.Dates;
import io.keeling.desk.label.Heading;
import io.keeling.desk.label.Labels;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Link;
import io.keeling.desk.page.Pages;
import io.keeling.desk.profiles.Rising.Riser;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.desk.web.ReaderLanguage;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.QueryString;
import io.keeling.search.query.Subject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /rising}: subjects with more articles this week than in the weeks before, and the
 * calculation. Threads may share it. It takes the same query as the list.
 */
public final class RisingPage implements QueryAction {

  /**
   * The model of the page's template.
   *
   * @param among the filters, in words
   * @param week link to the week's articles, with their number in words
   * @param past link to the articles of the weeks before
   * @param worked the calculation for the first riser, null if nothing rises
   */
  public record View(
      Frame frame,
      String among,
      Link week,
      Link past,
      List<Group> groups,
      @Nullable String worked,
      String csv,
      String json) {}

  /** The risers of one facet. */
  public record Group(String id, String title, List<Row> rows) {}

  /**
   * A riser.
   *
   * @param page its profile page, null if it has none
   * @param type kind of a name, empty for other facets
   * @param articles link to its articles of the week
   */
  public record Row(
      String label,
      @Nullable String page,
      String type,
      Link articles,
      int before,
      String expected,
      String score) {}

  private final RisingStore rising;
  private final Labels labels;
  private final Pages pages;
  private final Addresses addresses;

  public RisingPage(RisingStore rising, Labels labels, Pages pages, Addresses addresses) {
    this.rising = rising;
    this.labels = labels;
    this.pages = pages;
    this.addresses = addresses;
  }

  @Override
  public void answer(Context context, ArticleQuery asked) {
    Labels spoken = labels.in(ReaderLanguage.of(context));
    Messages messages = spoken.messages();
    Filters filters = ViewFilters.of(asked, context, addresses).within(null, asked.filters().to());
    Rising found = rising.of(filters);
    List<Group> groups =
        RisingStore.FACETS.stream()
            .map(facet -> group(facet, found, spoken))
            .filter(group -> !group.rows().isEmpty())
            .toList();
    String query = QueryString.of(filters);
    pages.send(
        context,
        "rising.jte",
        new View(
            pages.frame(context, messages),
            new Heading(spoken, Map.of()).of(filters.within(null, null)),
            span("rising.week", found.weekAll(), found, found.week(), messages),
            span("rising.past", found.pastAll(), found, found.past(), messages),
            groups,
            worked(found, spoken),
            "/api/rising.csv" + query,
            "/api/rising" + query));
  }

  private Link span(String key, int count, Rising found, Filters filters, Messages messages) {
    Dates dates = new Dates(messages);
    return new Link(
        messages.of(
            key,
            Map.of(
                "first",
                dates.day(found.first()),
                "last",
                dates.day(found.last()),
                "weeks",
                Rising.WEEKS,
                "count",
                count)),
        addresses.list(filters),
        false);
  }

  private Group group(Facet facet, Rising found, Labels spoken) {
    return new Group(
        "rising-" + facet.parameter(),
        spoken.messages().of("facet." + facet.parameter()),
        found.risers().getOrDefault(facet, List.of()).stream()
            .map(riser -> row(facet, riser, found, spoken))
            .toList());
  }

  private Row row(Facet facet, Riser riser, Rising found, Labels spoken) {
    Messages messages = spoken.messages();
    return new Row(
        label(facet, riser, spoken),
        Subject.address(facet, riser.value()),
        riser.type() == null ? "" : messages.of("name." + riser.type()),
        new Link(
            messages.of("number", "number", riser.count()),
            addresses.list(found.week().with(facet, List.of(riser.value()))),
            false),
        riser.before(),
        messages.of("tenths", "number", riser.expected()),
        messages.of("tenths", "number", riser.score()));
  }

  private static String label(Facet facet, Riser riser, Labels spoken) {
    return facet == Facet.NAME ? riser.label() : spoken.of(facet, riser.value());
  }

  private static @Nullable String worked(Rising found, Labels spoken) {
    for (Facet facet : RisingStore.FACETS) {
      for (Riser riser : found.risers().getOrDefault(facet, List.of())) {
        return spoken
            .messages()
            .of(
                "rising.worked",
                Map.of(
                    "what", label(facet, riser, spoken),
                    "count", riser.count(),
                    "before", riser.before(),
                    "past", found.pastAll(),
                    "week", found.weekAll(),
                    "expected", riser.expected(),
                    "score", riser.score()));
      }
    }
    return null;
  }
}
