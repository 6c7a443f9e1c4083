package io.keeling.ingest.fetch;

import java.time.Duration;

/** What one step of a fetch led to. */
sealed interface FetchStep {

  /** How the host of the step behaved. */
  enum Contact {
    /** It was not asked. */
    NONE,
    /** It answered, however unwell. */
    ANSWERED,
    /** No whole answer came. */
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
