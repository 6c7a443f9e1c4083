package io.keeling.ingest.fetch;

import io.keeling.contract.fetch.Page;
import io.keeling.ingest.fetch.FetchResult.Fetched;
import io.keeling.ingest.fetch.FetchResult.NotModified;
import io.keeling.ingest.fetch.FetchResult.RateLimited;
import io.keeling.ingest.fetch.FetchResult.Unreachable;
import io.keeling.ingest.fetch.http.Validators;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns the result of a fetch into the page that records it. */
final class Pages {

  private static final byte[] NO_BODY = new byte[0];

  private Pages() {}

  static Page page(FetchJob job, FetchResult result, Instant at) {
    Validators validators = validators(result);
    return Page.builder(
            job.request().url(), job.request().purpose(), job.request().sourceId(), at, job.trace())
        .finalUrl(job.page().text())
        .outcome(result.outcome(), result.status())
        .attempt(job.request().attempt())
        .body(
            result instanceof Fetched fetched && fetched.contentType() != null
                ? OneLine.of(fetched.contentType())
                : null,
            result instanceof Fetched fetched ? fetched.body() : NO_BODY)
        .validators(validators.etag(), validators.lastModified())
        .retryAt(retryAt(result))
        .maxAgeSeconds(validators.maxAgeSeconds())
        .problem(result.problem())
        .link(result instanceof Fetched fetched ? fetched.link() : null)
        .build();
  }

  private static Validators validators(FetchResult result) {
    if (result instanceof Fetched fetched) {
      return fetched.validators();
    }
    return result instanceof NotModified unchanged ? unchanged.validators() : Validators.NONE;
  }

  private static @Nullable Instant retryAt(FetchResult result) {
    if (result instanceof RateLimited limited) {
      return limited.until();
    }
    return result instanceof Unreachable unreachable ? unreachable.until() : null;
  }
}
