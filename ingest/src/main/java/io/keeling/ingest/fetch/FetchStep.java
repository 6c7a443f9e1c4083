package io.keeling.ingest.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The result of one exchange of a fetch.
 *
 * @param result how the fetch ended; null if it continues in the queue of its next host
 * @param pause how long the host of the exchange is left alone now
 */
record FetchStep(@Nullable FetchResult result, Duration pause, Contact contact) {

  /** How the host of the exchange behaved. */
  enum Contact {
    /** The host was not contacted. */
    NONE,
    /** The host answered, with any status. */
    ANSWERED,
    /** The host gave no complete answer. */
    FAILED
  }

  static FetchStep onward(Duration pause, Contact contact) {
    return new FetchStep(null, pause, contact);
  }
}
