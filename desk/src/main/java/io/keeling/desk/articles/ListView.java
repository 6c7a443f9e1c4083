package io.keeling.desk.articles;

import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Frame.Field;
import io.keeling.desk.page.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list page as its template shows it. Immutable; threads may share it.
 *
 * @param heading what is listed, in words
 * @param total the number of results, in words
 * @param groups the articles, by day where sorted by time
 * @param facets the side column
 * @param choices the links above the articles
 * @param range the form for dates and names
 * @param trend the articles over time, none where there are too few to draw
 * @param empty why there are no results, none where there are
 * @param next the next page
 * @param first the first page, none where this is it
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

  /** Articles of one day, or without one; no heading where they are not in order of time. */
  public record Group(@Nullable String heading, List<ItemView> items) {}

  /**
   * The links above the articles.
   *
   * @param views climate news or everything
   * @param sorts the orders
   * @param stories grouped by story or not, empty where it makes no difference
   * @param chips links that remove a chosen filter
   * @param clear the list without filters
   * @param pages profile pages of chosen values
   * @param without the query with a sign in place of the word "not", none where it has none
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
   * The form for dates and names.
   *
   * @param from first day, empty for none
   * @param to last day, empty for none
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
   * Addresses of the query as feeds, live stream, corrections and exports.
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
