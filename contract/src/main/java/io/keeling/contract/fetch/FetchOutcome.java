package io.keeling.contract.fetch;

import java.util.Locale;

/**
 * How a fetch ended. It is in the {@code keeling-outcome} header of a page, in lower case with
 * hyphens.
 */
public enum FetchOutcome {
  /** A 2xx answer; its whole body is the record's value. */
  FETCHED,
  /** 304: the last fetched page is still valid. */
  NOT_MODIFIED,
  /** 404, 410 or another 4xx that will not change soon. */
  GONE,
  /** 429, or 503 with Retry-After: the host asks for a pause. */
  RATE_LIMITED,
  /** 5xx, a broken connection, a time-out, an unknown host: a later try may succeed. */
  UNREACHABLE,
  /** robots.txt does not allow the fetch (RFC 9309). */
  DISALLOWED,
  /** The address may not be fetched: private network, unsupported scheme, too many redirects. */
  REFUSED,
  /** The answer is larger than the limit, either as sent or after decompression. */
  TOO_LARGE;

  /** Returns the form in headers, such as {@code not-modified}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException if no outcome has that label
   */
  public static FetchOutcome ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
