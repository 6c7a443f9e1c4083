package io.keeling.app.kafka;

import io.keeling.app.failure.UserException;
import io.keeling.app.terminal.Printable;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.KafkaRefusals;
import io.keeling.runtime.kafka.UnknownBrokers;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Explains to the user in one line why Kafka cannot be used, and what to do. */
public final class KafkaFailures {

  private KafkaFailures() {}

  /** Returns the failure for a broker that does not answer or a client that cannot be made. */
  public static UserException of(KafkaConnection kafka, Throwable failure) {
    UserException refusal = refusal(kafka, failure);
    if (refusal != null) {
      return refusal;
    }
    if (UnknownBrokers.caused(failure)) {
      return new UserException(
          UnknownBrokers.line(kafka)
              + ". Start Kafka if its name comes with it, as in docker compose, or mend the name in kafka.bootstrapServers.",
          failure);
    }
    String secured = kafka.properties().get("security.protocol");
    return new UserException(
        "no Kafka answers at %s. Start it, or set kafka.bootstrapServers; \"keeling up\" brings its own.%s"
            .formatted(
                kafka.bootstrapServers(),
                secured == null
                    ? " If it wants TLS or a password, set kafka.properties. docs/security.md shows"
                        + " how."
                    : ""),
        failure);
  }

  /** Returns the failure if this broker refuses the client; null for any other failure. */
  static @Nullable UserException refusal(KafkaConnection kafka, Throwable failure) {
    return refusal(failure, "Kafka at " + kafka.bootstrapServers());
  }

  public static @Nullable UserException refusal(Throwable failure) {
    return refusal(failure, "Kafka");
  }

  /**
   * Returns the failure if Kafka refused this client, or became unavailable, during a command.
   *
   * @param advice what to do about unfinished work of the command
   */
  public static UserException midway(KafkaConnection kafka, KafkaException failure, String advice) {
    UserException refusal = refusal(failure);
    return refusal == null
        ? new UserException(
            "Kafka at %s: %s. %s"
                .formatted(
                    kafka.bootstrapServers(),
                    Printable.line(String.valueOf(failure.getMessage())),
                    advice),
            failure)
        : refusal;
  }

  private static @Nullable UserException refusal(Throwable failure, String broker) {
    return KafkaRefusals.line(failure, broker)
        .map(line -> new UserException(line, failure))
        .orElse(null);
  }
}
