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

  /** Largest number of seconds accepted: nine digits, about thirty years. */
  private static final long MOST = 999_999_999;

  private static final Pattern MAX_AGE =
      Pattern.compile("(?i)(?:^|[\\s,])max-age\\s*=\\s*\"?([0-9]{1,9})");

  /**
   * Directives that make a response stale at once. With a value, {@code no-cache} concerns only
   * single header fields (RFC 9111, section 5.2.2.4).
   */
  private static final Pattern NOT_CACHED =
      Pattern.compile("(?i)(?:^|[\\s,])(?:no-cache|no-store)\\s*(?:,|$)");

  private HttpDates() {}

  /** Returns the seconds or date in {@code Retry-After} (RFC 9110, section 10.2.3) as a time. */
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
   * Returns how many seconds the response stays fresh (RFC 9111, section 4.2); null if the response
   * is stale already or does not state a time. Of {@code Cache-Control} only {@code max-age}
   * counts; {@code s-maxage} is for shared caches.
   *
   * @param age how long the response lay in caches on its way, in seconds
   * @param now when the response arrived, for responses without a date
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
