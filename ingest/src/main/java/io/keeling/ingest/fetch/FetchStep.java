package io.keeling.ingest.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one exchange of a fetch led to.
 *
 * @param result how the fetch ended; null if it goes on in the queue of its next host
 * @param pause how long the host of the exchange is left alone now
 */
record FetchStep(@Nullable FetchResult result, Duration pause, Contact contact) {

  /** How the host of the exchange behaved. */
  enum Contact {
    /** The host was not asked. */
    NONE,
    /** The host answered, with whatever status. */
    ANSWERED,
    /** The host gave no whole answer. */
    FAILED
  }

  static FetchStep onward(Duration pause, Contact contact) {
    return new FetchStep(null, pause, contact);
  }
}
