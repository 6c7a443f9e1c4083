package io.keeling.desk.label;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.NewsDate;
import io.keeling.desk.messages.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Formats dates in one language; times are in UTC. Immutable; threads may share it. */
public final class Dates {

  private final Messages messages;

  public Dates(Messages messages) {
    this.messages = messages;
  }

  /** A publication date in the publisher's time zone; empty if the date is null. */
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

  /** The publication date; if unknown, when the article was fetched. */
  public String publishedOrFound(Article article) {
    return publishedOrSeen(article, article.fetchedAt());
  }

  /** The publication date; if unknown, when the article was first seen. */
  public String publishedOrSeen(Article article, Instant seen) {
    return article.publishedAt() == null
        ? messages.of("item.found", "moment", moment(seen))
        : published(article.publishedAt());
  }

  public String day(LocalDate day) {
    return pattern("date.day").format(day);
  }

  /** A day with its weekday, as a heading. */
  public String heading(LocalDate day) {
    return pattern("date.heading").format(day);
  }

  public String month(LocalDate day) {
    return pattern("date.month").format(day);
  }

  public String moment(Instant instant) {
    return pattern("date.moment").format(instant.atOffset(ZoneOffset.UTC));
  }

  private DateTimeFormatter pattern(String key) {
    return DateTimeFormatter.ofPattern(messages.of(key), messages.locale());
  }
}
