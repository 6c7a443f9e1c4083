package io.keeling.feeds.page;

import io.keeling.contract.article.NewsDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates as people read them; moments are told in UTC. Stateless; threads may share it. */
public final class Dates {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter LONG_DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm xxx", Locale.ENGLISH);

  private Dates() {}

  /** A date as the publisher gave it, empty for none. */
  public static String published(@Nullable NewsDate date) {
    if (date == null) {
      return "";
    }
    if (date.time() == null) {
      return DAY.format(date.day());
    }
    return date.time().getOffset().equals(ZoneOffset.UTC)
        ? moment(date.time().toInstant())
        : OFFSET.format(date.time());
  }

  /** A day. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** A day with its weekday, as a heading. */
  public static String heading(LocalDate day) {
    return LONG_DAY.format(day);
  }

  /** The month of a day. */
  public static String month(LocalDate day) {
    return MONTH.format(day);
  }

  /** A moment. */
  public static String moment(Instant instant) {
    return TIME.format(instant.atOffset(ZoneOffset.UTC)) + " UTC";
  }
}
