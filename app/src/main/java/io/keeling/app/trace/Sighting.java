package io.keeling.app.trace;

import io.keeling.contract.deadletter.Stage;
import java.time.Instant;
import java.util.Comparator;

/**
 * Something that a topic says about an article.
 *
 * @param at when it happened, as far as the record says; what Kafka Streams writes has the time of
 *     what it was made of, so an article and its tags have that of their page
 * @param step where in the flow
 * @param topic where, without {@code keeling.}
 * @param what what it says, in one line; may quote the web
 * @param trace the id that the record carries from discovery to store; empty where it has none
 */
public record Sighting(Instant at, FlowStep step, String topic, String what, String trace) {

  /** The steps of the flow in their order, each with what it could not do. */
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

  /** By time; at the same moment in the order of the flow. */
  static final Comparator<Sighting> BY_TIME =
      Comparator.comparing(Sighting::at).thenComparing(Sighting::step);
}
