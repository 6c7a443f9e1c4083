package io.keeling.ingest.fetch;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.ingest.fetch.http.Validators;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a fetch ended. All of these are expected; none is an error of ours. */
public sealed interface FetchResult {

  /** The form it has in the {@code keeling-outcome} header. */
  FetchOutcome outcome();

  /** The HTTP status, 0 where no answer came. */
  int status();

  /** One line on what went wrong, or null. */
  @Nullable String problem();

  /** A page: a 2xx answer with its whole body. */
  @SuppressWarnings("ArrayRecordComponent") // the bytes are handed through, never compared
  record Fetched(
      int status,
      Validators validators,
      @Nullable String contentType,
      @Nullable String link,
      byte[] body)
      implements FetchResult {
    @Override
    public FetchOutcome outcome() {
      return FetchOutcome.FETCHED;
    }

    @Override
    public @Nullable String problem() {
      return null;
    }
  }

  /** No change since the last fetch: a 304. */
  record NotModified(int status, Validators validators) implements FetchResult {
    @Override
    public FetchOutcome outcome() {
      return FetchOutcome.NOT_MODIFIED;
    }

    @Override
    public @Nullable String problem() {
      return null;
    }
  }

  /** A refusal that asking again soon will not change: a 4xx. */
  record Gone(int status, String problem) implements FetchResult {
    @Override
    public FetchOutcome outcome() {
      return FetchOutcome.GONE;
    }
  }

  /**
   * The host asks for a rest.
   *
   * @param status 429 or 503; 0 if the request was not sent because an earlier answer asked for it
   * @param until when it may be asked again
   */
  record RateLimited(int status, Instant until, String problem) implements FetchResult {
    @Override
    public FetchOutcome outcome() {
      return FetchOutcome.RATE_LIMITED;
    }
  }

  /** A failure after which another try later may succeed: nothing usable came. */
  record Unreachable(int status, @Nullable Instant until, String problem) implements FetchResult {
    @Override
    public FetchOutcome outcome() {
      return FetchOutcome.UNREACHABLE;
    }
  }

  /** A page that robots.txt does not allow. */
  record Disallowed(String problem) implements FetchResult {
    @Override
    public FetchOutcome outcome() {
      return FetchOutcome.DISALLOWED;
    }

    @Override
    public int status() {
      return 0;
    }
  }

  /** An address we do not go to. */
  record Refused(int status, String problem) implements FetchResult {
    @Override
    public FetchOutcome outcome() {
      return FetchOutcome.REFUSED;
    }
  }

  /** An answer of more bytes than the limit. */
  record TooLarge(int status, String problem) implements FetchResult {
    @Override
    public FetchOutcome outcome() {
      return FetchOutcome.TOO_LARGE;
    }
  }
}
