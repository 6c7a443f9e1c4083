package io.keeling.desk.label;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.NewsDate;
import io.keeling.desk.messages.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Dates as people read them in one language; moments are told in UTC. Immutable and safe to share
 * between threads.
 */
public final class Dates {

  private final Messages messages;

  public Dates(Messages messages) {
    this.messages = messages;
  }

  /** A date as the publisher gave it, empty for none. */
  public String published(@Nullable NewsDate date) {
    if (date == null) {
      return "";
    }
    if (date.time() == null) {
      return day(date.day());
    }
    return date.time().getOffset().equals(ZoneOffset.UTC)
        ? moment(date.time().toInstant())
        : pattern("date.offset").format(date.time());
  }

  /** When an article was published; if that is not known, when it was found. */
  public String publishedOrFound(Article article) {
    return publishedOrSeen(article, article.fetchedAt());
  }

  /** When an article was published, or that it does not say so, and when it was first seen. */
  public String publishedOrSeen(Article article, Instant seen) {
    return article.publishedAt() == null
        ? messages.of("item.found", "moment", moment(seen))
        : published(article.publishedAt());
  }

  /** A day. */
  public String day(LocalDate day) {
    return pattern("date.day").format(day);
  }

  /** A day with its weekday, as a heading. */
  public String heading(LocalDate day) {
    return pattern("date.heading").format(day);
  }

  /** The month of a day. */
  public String month(LocalDate day) {
    return pattern("date.month").format(day);
  }

  /** A moment. */
  public String moment(Instant instant) {
    return pattern("date.moment").format(instant.atOffset(ZoneOffset.UTC));
  }

  private DateTimeFormatter pattern(String key) {
    return DateTimeFormatter.ofPattern(messages.of(key), messages.locale());
  }
}
