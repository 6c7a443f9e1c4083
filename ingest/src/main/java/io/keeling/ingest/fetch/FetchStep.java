package io.keeling.ingest.fetch;

import java.time.Duration;

/** What one exchange of a fetch led to. */
sealed interface FetchStep {

  /** How long the host that was asked is left alone now. */
  Duration pause();

  /** The fetch is over. */
  record Done(FetchResult result, Duration pause) implements FetchStep {}

  /** The fetch goes on with another exchange, in the queue of its next host. */
  record Onward(Duration pause) implements FetchStep {}
}
