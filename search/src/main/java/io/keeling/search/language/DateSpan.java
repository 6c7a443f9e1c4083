package io.keeling.search.language;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** The first moment (UTC) of a day, a month or a year that somebody wrote. */
final class DateSpan {

  private static final int YEAR_LENGTH = 4;
  private static final int MONTH_LENGTH = 7;
  private static final int DAY_LENGTH = 10;

  private DateSpan() {}

  /** The first moment of {@code 2026}, {@code 2026-11} or {@code 2026-11-24}; otherwise empty. */
  static Optional<Instant> start(String text) {
    try {
      return switch (text.length()) {
        case YEAR_LENGTH -> Optional.of(moment(Year.parse(text).atDay(1)));
        case MONTH_LENGTH -> Optional.of(moment(YearMonth.parse(text).atDay(1)));
        case DAY_LENGTH -> Optional.of(moment(LocalDate.parse(text)));
        default -> Optional.empty();
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant moment(LocalDate day) {
    if (day.getYear() < 1) {
      throw new DateTimeException("before the year 1");
    }
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
