package io.keeling.desk.profiles;

import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model of a profile's template. Immutable; threads may share it.
 *
 * @param kicker the subject's kind, in words
 * @param usual the page of the subject's usual name, null if this is that page
 * @param wikidata the subject's address at Wikidata, null if it has none
 * @param list all articles of the subject
 * @param narrowed the filters in words and a link to the page without them, null without filters
 * @param ways other views of the same articles
 * @param what which share the page shows, in words
 * @param together values mentioned together with the subject
 * @param togetherCsv the same values as a file
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
   * Values of a facet that are mentioned together with the subject.
   *
   * @param id of the section
   */
  public record Together(String id, String title, List<Row> rows) {}

  /**
   * A value mentioned together with the subject.
   *
   * @param page its profile page, null if it has none
   * @param type kind of a name, empty for other facets
   * @param count number of articles that have both
   * @param both link to articles that have both, null if its address would be long
   * @param share share of the subject's articles, in words
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
