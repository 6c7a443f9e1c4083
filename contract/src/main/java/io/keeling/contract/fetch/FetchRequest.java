package io.keeling.contract.fetch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to fetch a page: the value of {@code keeling.fetches}, keyed by site, the registrable
 * domain.
 *
 * @param url absolute http or https address
 * @param purpose what the page should be read as
 * @param sourceId the source that led to the page
 * @param requestedAt when the frontier scheduled it
 * @param attempt 1 for the first try
 * @param etag validator of the last answer (RFC 9110, section 8.8.3), for a conditional request
 * @param lastModified {@code Last-Modified} of the last answer as the server wrote it, for a
 *     conditional request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FetchRequest(
    String url,
    FetchPurpose purpose,
    String sourceId,
    Instant requestedAt,
    int attempt,
    @Nullable String etag,
    @Nullable String lastModified) {

  public FetchRequest {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(sourceId, "sourceId");
    Objects.requireNonNull(requestedAt, "requestedAt");
    if (attempt < 1) {
      throw new IllegalArgumentException("attempt must be 1 or more, not " + attempt);
    }
  }

  public FetchRequest asOf(Instant time) {
    return new FetchRequest(url, purpose, sourceId, time, attempt, etag, lastModified);
  }
}
