package io.keeling.contract.topic;

import java.util.Optional;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Tells a Kafka that refuses this client, which an operator has to mend, from one that is away:
 * trying again helps against the second alone. Stateless; threads may share it.
 */
public final class KafkaRefusals {

  private KafkaRefusals() {}

  /** Why it refuses, in Kafka's own words, which hold no secret; empty if it does not. */
  public static Optional<String> of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
        return Optional.of(
            "Kafka refuses this client: "
                + String.valueOf(cause.getMessage()).replaceFirst("\\.?\\s*$", ".")
                + " docs/security.md lists the rights of each role.");
      }
    }
    return Optional.empty();
  }
}
