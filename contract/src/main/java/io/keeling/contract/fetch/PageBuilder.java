package io.keeling.contract.fetch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Page}. By default it was fetched at the first try from the requested address,
 * with status 200 and an empty body. Not for sharing between threads.
 */
public final class PageBuilder {

  private static final int OK = 200;

  private final String url;
  private final FetchPurpose purpose;
  private final String sourceId;
  private final Instant fetchedAt;
  private final String trace;
  private String finalUrl;
  private FetchOutcome outcome = FetchOutcome.FETCHED;
  private int status = OK;
  private int attempt = 1;
  private byte[] body = {};
  private @Nullable String contentType;
  private @Nullable String etag;
  private @Nullable String lastModified;
  private @Nullable Instant retryAt;
  private @Nullable Long maxAgeSeconds;
  private @Nullable String problem;
  private @Nullable String link;

  PageBuilder(String url, FetchPurpose purpose, String sourceId, Instant fetchedAt, String trace) {
    this.url = url;
    this.purpose = purpose;
    this.sourceId = sourceId;
    this.fetchedAt = fetchedAt;
    this.trace = trace;
    this.finalUrl = url;
  }

  public PageBuilder finalUrl(String address) {
    this.finalUrl = address;
    return this;
  }

  /** Sets the outcome and the HTTP status, 0 if no answer came. */
  public PageBuilder outcome(FetchOutcome end, int httpStatus) {
    this.outcome = end;
    this.status = httpStatus;
    return this;
  }

  public PageBuilder attempt(int number) {
    this.attempt = number;
    return this;
  }

  /** Sets the {@code Content-Type} header as the server wrote it, and the decoded bytes. */
  public PageBuilder body(@Nullable String type, byte[] bytes) {
    this.contentType = type;
    this.body = bytes;
    return this;
  }

  public PageBuilder validators(@Nullable String tag, @Nullable String modified) {
    this.etag = tag;
    this.lastModified = modified;
    return this;
  }

  public PageBuilder retryAt(@Nullable Instant moment) {
    this.retryAt = moment;
    return this;
  }

  public PageBuilder maxAgeSeconds(@Nullable Long seconds) {
    this.maxAgeSeconds = seconds;
    return this;
  }

  public PageBuilder problem(@Nullable String line) {
    this.problem = line;
    return this;
  }

  public PageBuilder link(@Nullable String headers) {
    this.link = headers;
    return this;
  }

  public Page build() {
    return new Page(
        url,
        finalUrl,
        purpose,
        sourceId,
        outcome,
        status,
        contentType,
        fetchedAt,
        attempt,
        etag,
        lastModified,
        retryAt,
        maxAgeSeconds,
        problem,
        link,
        trace,
        body);
  }
}
