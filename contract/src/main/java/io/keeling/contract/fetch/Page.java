package io.keeling.contract.fetch;

import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The result of a fetch: one record of {@code keeling.pages}, keyed by host. The bytes are the
 * record's value and the other components its headers, so that any program can read a page without
 * decoding it. Threads may share it as long as nobody writes to {@link #body}; pages are equal only
 * if they have the same array. {@link PageBuilder} builds it field by field.
 *
 * @param url the requested address
 * @param finalUrl the address that answered, after redirects
 * @param purpose what the page should be read as
 * @param sourceId the source that led to the page
 * @param status HTTP status, 0 if no answer came
 * @param contentType the {@code Content-Type} header as the server wrote it
 * @param fetchedAt when the answer was complete
 * @param attempt number of the try, from {@link FetchRequest#attempt}
 * @param etag validator for the next conditional request
 * @param lastModified {@code Last-Modified} as the server wrote it
 * @param retryAt when the host may be asked again, from {@code Retry-After}
 * @param maxAgeSeconds freshness from {@code Cache-Control} or {@code Expires}
 * @param problem one line on what went wrong, for an outcome other than fetched or not-modified
 * @param link the {@code Link} headers as the server wrote them, if they name a WebSub hub
 * @param trace the id that stays the same from an article's discovery to the store
 * @param body the bytes after content decoding; empty unless fetched
 */
public record Page(
    String url,
    String finalUrl,
    FetchPurpose purpose,
    String sourceId,
    FetchOutcome outcome,
    int status,
    @Nullable String contentType,
    Instant fetchedAt,
    int attempt,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable Instant retryAt,
    @Nullable Long maxAgeSeconds,
    @Nullable String problem,
    @Nullable String link,
    String trace,
    byte[] body) {

  private static final String SCHEMA = "page/1";

  public Page {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(finalUrl, "finalUrl");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(sourceId, "sourceId");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(fetchedAt, "fetchedAt");
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(body, "body");
  }

  public static PageBuilder builder(
      String url, FetchPurpose purpose, String sourceId, Instant fetchedAt, String trace) {
    return new PageBuilder(url, purpose, sourceId, fetchedAt, trace);
  }

  public Headers headers() {
    Headers headers = new RecordHeaders();
    HeaderValues.put(headers, HeaderNames.SCHEMA, SCHEMA);
    HeaderValues.put(headers, HeaderNames.TRACE, trace);
    HeaderValues.put(headers, HeaderNames.URL, url);
    HeaderValues.put(headers, HeaderNames.FINAL_URL, finalUrl);
    HeaderValues.put(headers, HeaderNames.PURPOSE, purpose.label());
    HeaderValues.put(headers, HeaderNames.SOURCE, sourceId);
    HeaderValues.put(headers, HeaderNames.OUTCOME, outcome.label());
    HeaderValues.put(headers, HeaderNames.STATUS, Integer.toString(status));
    HeaderValues.put(headers, HeaderNames.CONTENT_TYPE, contentType);
    HeaderValues.put(headers, HeaderNames.FETCHED_AT, fetchedAt.toString());
    HeaderValues.put(headers, HeaderNames.ATTEMPT, Integer.toString(attempt));
    HeaderValues.put(headers, HeaderNames.ETAG, etag);
    HeaderValues.put(headers, HeaderNames.LAST_MODIFIED, lastModified);
    HeaderValues.put(headers, HeaderNames.RETRY_AT, retryAt == null ? null : retryAt.toString());
    HeaderValues.put(
        headers, HeaderNames.MAX_AGE, maxAgeSeconds == null ? null : maxAgeSeconds.toString());
    HeaderValues.put(headers, HeaderNames.PROBLEM, problem);
    HeaderValues.put(headers, HeaderNames.LINK, link);
    return headers;
  }

  /**
   * @throws IllegalArgumentException if a required header is missing or cannot be read
   */
  public static Page of(Headers headers, byte @Nullable [] body) {
    return new Page(
        HeaderValues.require(headers, HeaderNames.URL),
        HeaderValues.require(headers, HeaderNames.FINAL_URL),
        HeaderValues.require(headers, HeaderNames.PURPOSE, FetchPurpose::ofLabel),
        HeaderValues.require(headers, HeaderNames.SOURCE),
        HeaderValues.require(headers, HeaderNames.OUTCOME, FetchOutcome::ofLabel),
        HeaderValues.require(headers, HeaderNames.STATUS, Integer::valueOf),
        HeaderValues.get(headers, HeaderNames.CONTENT_TYPE),
        HeaderValues.require(headers, HeaderNames.FETCHED_AT, Instant::parse),
        HeaderValues.require(headers, HeaderNames.ATTEMPT, Integer::valueOf),
        HeaderValues.get(headers, HeaderNames.ETAG),
        HeaderValues.get(headers, HeaderNames.LAST_MODIFIED),
        HeaderValues.get(headers, HeaderNames.RETRY_AT, Instant::parse),
        HeaderValues.get(headers, HeaderNames.MAX_AGE, Long::valueOf),
        HeaderValues.get(headers, HeaderNames.PROBLEM),
        HeaderValues.get(headers, HeaderNames.LINK),
        HeaderValues.require(headers, HeaderNames.TRACE),
        body == null ? new byte[0] : body);
  }

  /** Omits the bytes, which must never reach a log. */
  @Override
  public String toString() {
    return "Page[" + url + " " + outcome.label() + " " + status + " " + body.length + " bytes]";
  }
}
