package io.keeling.feeds.page;

import io.keeling.feeds.query.ArticleQuery;
import io.keeling.feeds.query.Sort;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list page as its template shows it. Immutable and safe to share between threads.
 *
 * @param site around it
 * @param query what was asked
 * @param heading what is listed, in words
 * @param total how many there are, in words
 * @param groups the articles, by day where they are in order of time
 * @param facets the rail
 * @param chips chosen filters; following one takes it away
 * @param sorts the orders to choose from
 * @param hidden form fields that carry the chosen filters
 * @param from first day of the range for the form, empty for none
 * @param to last day of it
 * @param trend the articles over time, none where there are too few to draw
 * @param empty why nothing is listed and what to do, none where something is
 * @param next the next page
 * @param first the first page, none where this is it
 * @param clear the same order without any filter
 * @param atom the query as an Atom feed
 * @param json the query as a JSON Feed
 * @param csv the query as a table
 * @param stream the query as a live stream
 */
public record ListView(
    Site site,
    ArticleQuery query,
    String heading,
    String total,
    List<Group> groups,
    List<FacetView> facets,
    List<Link> chips,
    List<Link> sorts,
    List<Field> hidden,
    String from,
    String to,
    @Nullable TrendView trend,
    @Nullable String empty,
    @Nullable String next,
    @Nullable String first,
    String clear,
    String atom,
    String json,
    String csv,
    String stream) {

  /** Whether new articles belong at the top of this page. */
  public boolean live() {
    return first == null && query.sort() == Sort.NEWEST;
  }

  /** Articles of one day; the day is absent where articles are not in order of time. */
  public record Group(@Nullable LocalDate day, List<ItemView> items) {}

  /** A hidden form field. */
  public record Field(String name, String value) {}
}
