package io.keeling.app.trace;

import java.time.Instant;
import java.util.Comparator;

/**
 * Something that a topic says about an article. Immutable and safe to share between threads.
 *
 * @param at when the record was written
 * @param topic where, without {@code keeling.}
 * @param what what it says, in one line; may quote the web
 * @param trace the id that the record carries from discovery to store; empty where it has none
 */
public record Sighting(Instant at, String topic, String what, String trace) {

  /** The order of time; at one moment that of the flow. */
  static final Comparator<Sighting> BY_TIME = Comparator.comparing(Sighting::at);
}
