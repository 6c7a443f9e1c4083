package io.keeling.desk.profiles;

import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a topic, name, country or outlet as its template shows it.
 *
 * @param kicker what kind of thing it is, in words
 * @param title what it is called
 * @param usual the page of what it is usually called, none where this is it
 * @param wikidata the address of its entry there, none where it has none
 * @param list all its articles
 * @param narrowed which of them are looked at and the page of all, none where it is all
 * @param ways the same articles in other views
 * @param what what its share is a share of, in words
 * @param together with whom and with what it is mentioned
 * @param togetherCsv the same as a file
 * @param json all of it for programs
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
   * Values of a facet that stand together with it.
   *
   * @param id of the section
   */
  public record Together(String id, String title, List<Row> rows) {}

  /**
   * One of them.
   *
   * @param page its own page, none where it has none
   * @param type what a name names, empty for others
   * @param count how many articles have both
   * @param both these, none where the address would be long
   * @param share which part of the articles that is, in words
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
