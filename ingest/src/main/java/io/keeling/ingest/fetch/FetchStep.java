package io.keeling.ingest.fetch;

import java.time.Duration;

/** What one step of a fetch led to. */
sealed interface FetchStep {

  /** How the host of the step behaved. */
  enum Contact {
    /** The host was not asked. */
    NONE,
    /** The host answered, however unwell. */
    ANSWERED,
    /** The host gave no whole answer. */
    FAILED
  }

  /** How long the host of the step is left alone now. */
  Duration pause();

  Contact contact();

  /** The fetch is over. */
  record Done(FetchResult result, Duration pause, Contact contact) implements FetchStep {}

  /** The fetch goes on with another exchange, in the queue of its next host. */
  record Onward(Duration pause, Contact contact) implements FetchStep {}
}
