package io.keeling.app.reprocess;

import io.keeling.app.config.Durations;
import io.keeling.app.failure.UserException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Selects stored records.
 *
 * @param since only records stored then or later; null for all
 * @param source only records of this source; null for all
 */
public record RecordSelection(@Nullable Instant since, @Nullable String source) {

  boolean accepts(String sourceId) {
    return source == null || source.equals(sourceId);
  }

  /** Parses ISO 8601 with a time zone, a day (UTC), or a duration back from now. */
  public static Instant moment(String text, Instant now) {
    try {
      return text.contains("T") && !text.startsWith("P")
          ? Instant.from(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text))
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      return Durations.of(text)
          .map(now::minus)
          .orElseThrow(
              () ->
                  new UserException(
                      "not a time: %s. Write 2026-11-24, 2026-11-24T09:30:00Z, or 36h or 3d for a time that long ago."
                          .formatted(text)));
    }
  }
}
