package io.keeling.desk.articles;

import io.keeling.desk.page.Link;
import io.keeling.search.text.Segment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model of an article in the list's template. Immutable; threads may share it.
 *
 * @param href the article's page, with the list in its address
 * @param standfirst the subtitle if it matches the search, otherwise empty
 * @param note its outlet's correction note, empty if there is none
 * @param day the day it is listed under, in UTC; null without a date
 * @param dateTime the moment for machines
 * @param language its language, null if it is the reader's language
 * @param tongue the language tag for the browser, null if unknown
 * @param grade climate grade for the style sheet
 * @param topics its main topics
 * @param mentioned topics it mentions
 * @param countries its places, in words
 * @param corrected the address of its last change, null if it has no known change
 * @param story other tellings of its story, null if there are none
 */
public record ItemView(
    String id,
    String href,
    List<Segment<Boolean>> title,
    List<Segment<Boolean>> standfirst,
    List<Segment<Boolean>> note,
    List<Segment<Boolean>> snippet,
    Link source,
    @Nullable LocalDate day,
    String date,
    String dateTime,
    @Nullable String language,
    @Nullable String tongue,
    String grade,
    String gradeLabel,
    List<Link> topics,
    List<Link> mentioned,
    String countries,
    boolean free,
    @Nullable String corrected,
    @Nullable Story story) {

  /**
   * The other tellings of an article's story: the other articles that belong to it.
   *
   * @param label how many other outlets tell the story
   * @param href the list of all tellings
   * @param compare the story's page, with what each telling adds
   * @param tellings those that match the same query
   */
  public record Story(String label, String href, String compare, List<Telling> tellings) {}

  /**
   * Another telling.
   *
   * @param tongue its language tag for the browser, null if unknown
   */
  public record Telling(String source, Link article, @Nullable String tongue) {}
}
