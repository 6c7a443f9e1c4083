package io.keeling.desk.profiles;

import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a topic, name, country or outlet as its template shows it. Immutable; threads may
 * share it.
 *
 * @param kicker its kind, in words
 * @param usual the page of its usual name, none where this is it
 * @param wikidata its Wikidata address, none where it has none
 * @param list all its articles
 * @param narrowed the filters and the page without them, none without filters
 * @param ways the same articles in other views
 * @param what what its share is a share of, in words
 * @param together what is mentioned with it
 * @param togetherCsv the same as a file
 */
public record ProfileView(
    Frame frame,
    String kicker,
    String title,
    @Nullable Link usual,
    @Nullable String wikidata,
    Link list,
    @Nullable Link narrowed,
    List<Link> ways,
    String what,
    AttentionView attention,
    List<Together> together,
    String togetherCsv,
    List<Headline> latest,
    List<Headline> told,
    String json) {

  /**
   * Values of a facet that are mentioned together with it.
   *
   * @param id of the section
   */
  public record Together(String id, String title, List<Row> rows) {}

  /**
   * One of them.
   *
   * @param page its own page, none where it has none
   * @param type of a name, empty for others
   * @param count how many articles have both
   * @param both those articles, none where the address would be long
   * @param share their share, in words
   */
  public record Row(
      String label,
      @Nullable String page,
      String type,
      int count,
      boolean estimated,
      @Nullable String both,
      String share) {}
}
