package io.keeling.ingest.fetch;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.Page;
import io.keeling.ingest.fetch.http.Answer;
import io.keeling.ingest.fetch.http.Validators;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a fetch ended. Every outcome is expected; none is an error of ours.
 *
 * @param status the HTTP status, 0 if there was no response or the request was not sent
 * @param problem one line on what went wrong; null if the page was fetched or has not changed
 * @param retryAt when the host may be requested again; always set if the host asked for a pause
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
record FetchResult(
    FetchOutcome outcome,
    int status,
    @Nullable String problem,
    @Nullable Instant retryAt,
    Validators validators,
    @Nullable String contentType,
    @Nullable String link,
    byte[] body) {

  private static final byte[] NO_BODY = new byte[0];

  /** Returns the result of a 2xx response with its whole body. */
  static FetchResult fetched(Answer answer) {
    return new FetchResult(
        FetchOutcome.FETCHED,
        answer.status(),
        null,
        null,
        answer.validators(),
        answer.contentType(),
        answer.link(),
        answer.body());
  }

  /** Returns the result of a 304 response: nothing has changed since the last fetch. */
  static FetchResult notModified(Answer answer) {
    return new FetchResult(
        FetchOutcome.NOT_MODIFIED,
        answer.status(),
        null,
        null,
        answer.validators(),
        null,
        null,
        NO_BODY);
  }

  static FetchResult failed(FetchOutcome outcome, int status, String problem) {
    return failed(outcome, status, problem, null);
  }

  static FetchResult failed(
      FetchOutcome outcome, int status, String problem, @Nullable Instant retryAt) {
    return new FetchResult(outcome, status, problem, retryAt, Validators.NONE, null, null, NO_BODY);
  }

  /** Returns the page record of this result. */
  Page page(FetchJob job, Instant at) {
    return Page.builder(
            job.request.url(), job.request.purpose(), job.request.sourceId(), at, job.trace)
        .finalUrl(job.page().text())
        .outcome(outcome, status)
        .attempt(job.request.attempt())
        .body(contentType == null ? null : OneLine.of(contentType), body)
        .validators(validators.etag(), validators.lastModified())
        .retryAt(retryAt)
        .maxAgeSeconds(validators.maxAgeSeconds())
        .problem(problem)
        .link(link)
        .build();
  }
}
