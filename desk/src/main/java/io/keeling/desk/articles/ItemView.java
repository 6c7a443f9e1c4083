package io.keeling.desk.articles;

import io.keeling.desk.page.Link;
import io.keeling.search.text.Segment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article in the list as its template shows it. Immutable; threads may share it.
 *
 * @param href the article's page, with the list in its address
 * @param standfirst the subtitle where it matches the search, else empty
 * @param note its outlet's correction note, else empty
 * @param day the day it is listed under, in UTC; none without a date
 * @param dateTime the moment for machines
 * @param language its language, none where that is the reader's
 * @param tongue the language tag for the browser, none where unknown
 * @param grade climate grade for the style sheet
 * @param topics its main topics
 * @param mentioned topics it mentions
 * @param countries its places, in words
 * @param corrected the address of its last change, none where it has no known change
 * @param story the other tellings, none where it stands alone
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
   * Other tellings of an article's story.
   *
   * @param label how many other outlets tell it
   * @param href all tellings
   * @param compare the story's page, with what each adds
   * @param tellings those that match the same query
   */
  public record Story(String label, String href, String compare, List<Telling> tellings) {}

  /**
   * Another telling.
   *
   * @param tongue its language tag for the browser, none where unknown
   */
  public record Telling(String source, Link article, @Nullable String tongue) {}
}
