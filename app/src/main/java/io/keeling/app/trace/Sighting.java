package io.keeling.app.trace;

import io.keeling.contract.deadletter.Stage;
import java.time.Instant;
import java.util.Comparator;

/**
 * A record about an article in a topic.
 *
 * @param at when it happened, as far as the record shows; records of Kafka Streams have the time of
 *     their input, so an article and its tags have the time of their page
 * @param step the step of the flow
 * @param topic without {@code keeling.}
 * @param what the content in one line; may quote text from the web
 * @param trace the id that the record carries from discovery to store; empty if it has none
 */
public record Sighting(Instant at, FlowStep step, String topic, String what, String trace) {

  /** The steps of the flow in order, each followed by its failures. */
  public enum FlowStep {
    ASKED,
    FETCHED,
    NOT_READ,
    DECIDED,
    READ,
    SAID,
    NOT_TAGGED,
    TAGGED,
    NOT_STORED;

    static FlowStep without(Stage stage) {
      return switch (stage) {
        case FETCH, READ -> NOT_READ;
        case ENRICH -> NOT_TAGGED;
        case SINK -> NOT_STORED;
      };
    }
  }

  /** Orders by time; records of the same moment in the order of the flow. */
  static final Comparator<Sighting> BY_TIME =
      Comparator.comparing(Sighting::at).thenComparing(Sighting::step);
}
