package io.keeling.ingest.fetch.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** Reads times out of answer headers. Stateless. */
final class HttpDates {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final Pattern MAX_AGE =
      Pattern.compile("(?i)(?:^|[\\s,])max-age\\s*=\\s*\"?([0-9]{1,9})");
  private static final Pattern NOT_CACHED = Pattern.compile("(?i)no-cache|no-store");

  private HttpDates() {}

  /** {@code Retry-After} (RFC 9110, section 10.2.3): seconds or a date. */
  static Optional<Instant> retryAfter(@Nullable String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    String text = header.strip();
    return SECONDS.matcher(text).matches()
        ? Optional.of(now.plusSeconds(Long.parseLong(text)))
        : Optional.ofNullable(DateUtils.parseStandardDate(text));
  }

  /** Freshness lifetime in seconds, null if the answer gives none. */
  static @Nullable Long maxAge(
      @Nullable String cacheControl, @Nullable String expires, @Nullable String date) {
    if (cacheControl != null) {
      if (NOT_CACHED.matcher(cacheControl).find()) {
        return null;
      }
      Matcher matcher = MAX_AGE.matcher(cacheControl);
      if (matcher.find()) {
        return Long.valueOf(matcher.group(1));
      }
    }
    Instant until = expires == null ? null : DateUtils.parseStandardDate(expires);
    Instant from = date == null ? null : DateUtils.parseStandardDate(date);
    if (until == null || from == null || !until.isAfter(from)) {
      return null;
    }
    return Duration.between(from, until).toSeconds();
  }
}
