package io.keeling.desk.articles;

import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Frame.Field;
import io.keeling.desk.page.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list page as its template shows it.
 *
 * @param frame around it
 * @param heading what is listed, in words
 * @param total how many there are, in words
 * @param groups the articles, by day where they are in order of time
 * @param facets the rail
 * @param choices what stands above the articles to choose from
 * @param range the form for dates and names
 * @param trend the articles over time, none where there are too few to draw
 * @param empty why nothing is listed and what to do, none where something is
 * @param next the next page
 * @param first the first page, none where this is it
 * @param live whether new articles belong at the top of this page
 * @param take where the same query is to be had in other forms
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
   * What stands above the articles.
   *
   * @param views climate news or everything read
   * @param sorts the orders
   * @param stories each story once or every telling, empty where it makes no difference
   * @param chips chosen filters; following one takes it away
   * @param clear the same without any filter
   * @param pages the pages of what is chosen
   * @param without what is asked with a sign where it says "not", none where it does not
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
   * @param hidden fields that carry what else is chosen
   */
  public record Range(String from, String to, List<Field> hidden) {}

  /**
   * An empty list.
   *
   * @param why why it is, and what to do
   * @param ways where to go from here
   */
  public record Empty(String why, List<Link> ways) {}

  /**
   * Addresses of the same query as feeds, as a live stream, of its corrections and as files.
   *
   * @param query of what files have: exactly what is listed, on all pages
   */
  public record Take(String atom, String json, String stream, String corrections, String query) {

    /** The address of a file, by the ending of its name. */
    public String file(String extension) {
      return "/api/export." + extension + query;
    }
  }
}
