package io.keeling.ingest.fetch.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** Reads times out of answer headers. */
final class HttpDates {

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  /** Most seconds that are believed, some thirty years. Chosen: what {@link #SECONDS} can read. */
  private static final long MOST = 999_999_999;

  private static final Pattern MAX_AGE =
      Pattern.compile("(?i)(?:^|[\\s,])max-age\\s*=\\s*\"?([0-9]{1,9})");

  /**
   * Directives by which an answer is not fresh. With a value, {@code no-cache} speaks of single
   * headers (RFC 9111, section 5.2.2.4).
   */
  private static final Pattern NOT_CACHED =
      Pattern.compile("(?i)(?:^|[\\s,])(?:no-cache|no-store)\\s*(?:,|$)");

  private HttpDates() {}

  /** {@code Retry-After} (RFC 9110, section 10.2.3): seconds or a date. */
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
   * How many seconds the answer is still fresh (RFC 9111, section 4.2), null if it does not say or
   * is not fresh now. Of {@code Cache-Control} only {@code max-age} is meant for us; {@code
   * s-maxage} is for caches that many share.
   *
   * @param age how long it lay in caches on its way, in seconds
   * @param now when it came, for answers that bear no date
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
