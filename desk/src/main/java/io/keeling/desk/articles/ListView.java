package io.keeling.desk.articles;

import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Frame.Field;
import io.keeling.desk.page.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model of the list page's template. Immutable; threads may share it.
 *
 * @param heading what is listed, in words
 * @param total the number of results, in words
 * @param groups the articles, grouped by day if sorted by time
 * @param facets the side column
 * @param choices the links above the articles
 * @param range the form for dates and a name
 * @param trend the articles over time, null if there are too few to draw
 * @param empty why there are no results, null if there are any
 * @param next the next page
 * @param first the first page, null if this is the first
 * @param live whether new articles are added at the top
 * @param take links to feeds and exports of the query
 */
public record ListView(
    Frame frame,
    String heading,
    String total,
    List<Group> groups,
    List<FacetView> facets,
    Choices choices,
    Range range,
    @Nullable TrendView trend,
    @Nullable Empty empty,
    @Nullable String next,
    @Nullable String first,
    boolean live,
    Take take) {

  /** Articles of one day, or without a date; the heading is null if the order is not by time. */
  public record Group(@Nullable String heading, List<ItemView> items) {}

  /**
   * The links above the articles.
   *
   * @param views climate news or everything
   * @param sorts the orders
   * @param stories grouped by story or not, empty if it makes no difference
   * @param chips links that each remove a chosen filter
   * @param clear the list without filters
   * @param pages profile pages of chosen values
   * @param without the query with {@code -} in place of the word "not", null if the query does not
   *     have this word
   */
  public record Choices(
      List<Link> views,
      List<Link> sorts,
      List<Link> stories,
      List<Link> chips,
      String clear,
      List<Link> pages,
      @Nullable Link without) {}

  /**
   * The form for dates and a name.
   *
   * @param from first day, empty if not set
   * @param to last day, empty if not set
   * @param hidden fields for all other filters
   */
  public record Range(String from, String to, List<Field> hidden) {}

  /**
   * An empty list.
   *
   * @param why the reason, and what to do
   * @param ways links that may help
   */
  public record Empty(String why, List<Link> ways) {}

  /**
   * Addresses of the query's feeds, live stream, corrections and exports.
   *
   * @param query the query for exports: exactly what is listed, on all pages
   */
  public record Take(String atom, String json, String stream, String corrections, String query) {

    /** The address of an export, by its file extension. */
    public String file(String extension) {
      return "/api/export." + extension + query;
    }
  }
}
