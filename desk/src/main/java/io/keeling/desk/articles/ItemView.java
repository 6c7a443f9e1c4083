package io.keeling.desk.articles;

import io.keeling.desk.page.Link;
import io.keeling.search.text.Segment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article in the list as its template shows it.
 *
 * @param id the article's id
 * @param href the article's page, which knows the list
 * @param standfirst the subtitle where it has what was searched for, else empty
 * @param note what its outlet says it corrected, else empty
 * @param day the day it is listed under, in UTC; none where it has no date
 * @param dateTime the moment for machines
 * @param language what it is written in, none where that is the reader's language
 * @param tongue its code for the browser, none where it is not known
 * @param grade climate grade for the style sheet
 * @param topics what it is about
 * @param mentioned what it speaks of besides
 * @param countries where it plays, in words
 * @param corrected where what changed in it is shown, none where nothing is known to have
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
   * @param label how many outlets tell it besides
   * @param href all tellings
   * @param compare what each of them adds
   * @param tellings those that the list would show on the same page
   */
  public record Story(String label, String href, String compare, List<Telling> tellings) {}

  /**
   * Another telling.
   *
   * @param tongue its language for the browser, none where it is not known
   */
  public record Telling(String source, Link article, @Nullable String tongue) {}
}
