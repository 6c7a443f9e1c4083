package io.keeling.ingest.fetch.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

final class HttpDates {

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  /** Most seconds believed, some thirty years: nine digits. */
  private static final long MOST = 999_999_999;

  private static final Pattern MAX_AGE =
      Pattern.compile("(?i)(?:^|[\\s,])max-age\\s*=\\s*\"?([0-9]{1,9})");

  /**
   * Directives that make an answer stale at once. With a value, {@code no-cache} is about single
   * headers (RFC 9111, section 5.2.2.4).
   */
  private static final Pattern NOT_CACHED =
      Pattern.compile("(?i)(?:^|[\\s,])(?:no-cache|no-store)\\s*(?:,|$)");

  private HttpDates() {}

  /** The time in {@code Retry-After} (RFC 9110, section 10.2.3), which has seconds or a date. */
  static Optional<Instant> retryAfter(@Nullable String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    String text = header.strip();
    return DIGITS.matcher(text).matches()
        ? Optional.of(
            now.plusSeconds(SECONDS.matcher(text).matches() ? Long.parseLong(text) : MOST))
        : Optional.ofNullable(DateUtils.parseStandardDate(text));
  }

  /**
   * How many seconds the answer stays fresh (RFC 9111, section 4.2); null if it does not say or is
   * stale. Only {@code max-age} of {@code Cache-Control} counts; {@code s-maxage} is for shared
   * caches.
   *
   * @param age how long it lay in caches on its way, in seconds
   * @param now when it came, for answers without a date
   */
  static @Nullable Long maxAge(
      @Nullable String cacheControl,
      @Nullable String expires,
      @Nullable String date,
      @Nullable String age,
      Instant now) {
    Long lifetime = null;
    if (cacheControl != null) {
      if (NOT_CACHED.matcher(cacheControl).find()) {
        return null;
      }
      Matcher matcher = MAX_AGE.matcher(cacheControl);
      lifetime = matcher.find() ? Long.valueOf(matcher.group(1)) : null;
    }
    Instant until = expires == null ? null : DateUtils.parseStandardDate(expires);
    if (lifetime == null && until != null) {
      Instant sent = date == null ? null : DateUtils.parseStandardDate(date);
      lifetime = Duration.between(sent == null ? now : sent, until).toSeconds();
    }
    if (lifetime == null) {
      return null;
    }
    String seconds = age == null ? "" : age.strip();
    long left = lifetime - (SECONDS.matcher(seconds).matches() ? Long.parseLong(seconds) : 0);
    return left > 0 ? left : null;
  }
}
