package io.keeling.app.kafka;

import io.keeling.app.UserException;
import io.keeling.contract.topic.KafkaConnection;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.jspecify.annotations.Nullable;

/**
 * Says in one line why Kafka cannot be used, and what to do. No line holds a secret: what is quoted
 * are Kafka's own words on certificates, users and rights. Stateless; threads may share it.
 */
public final class KafkaFailures {

  private static final String SEE = " docs/security.md shows how.";

  private KafkaFailures() {}

  /** Why a broker that was just asked gave no answer. */
  static UserException of(KafkaConnection kafka, Throwable failure) {
    UserException refusal = refusal(kafka, failure);
    if (refusal != null) {
      return refusal;
    }
    String secured = kafka.properties().get("security.protocol");
    return new UserException(
        "no Kafka answers at %s. Start it, or set kafka.bootstrapServers; \"keeling up\" brings its own.%s"
            .formatted(
                kafka.bootstrapServers(),
                secured == null
                    ? " If it wants TLS or a password, set kafka.properties." + SEE
                    : ""),
        failure);
  }

  /** What to tell where that Kafka refuses this client; null if the failure is of another kind. */
  static @Nullable UserException refusal(KafkaConnection kafka, Throwable failure) {
    return refusal(failure, "Kafka at " + kafka.bootstrapServers());
  }

  /** What to tell where Kafka refuses this client; null if the failure is of another kind. */
  public static @Nullable UserException refusal(Throwable failure) {
    return refusal(failure, "Kafka");
  }

  private static @Nullable UserException refusal(Throwable failure, String broker) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String line = line(cause, broker);
      if (line != null) {
        return new UserException(line, failure);
      }
    }
    return null;
  }

  private static @Nullable String line(Throwable cause, String broker) {
    if (cause instanceof SslAuthenticationException) {
      return "no TLS with %s: %s. Does kafka.properties name the authority that signed the broker's certificate, and this client's own key if the broker asks for one?"
              .formatted(broker, deepest(cause))
          + SEE;
    }
    if (cause instanceof SaslAuthenticationException) {
      return "%s refuses the user: %s. Look at sasl.mechanism and sasl.jaas.config in kafka.properties."
              .formatted(broker, message(cause))
          + SEE;
    }
    if (cause instanceof AuthorizationException) {
      return "%s does not let this user in: %s. docs/security.md lists the rights of each role."
          .formatted(broker, message(cause));
    }
    if (cause instanceof ConfigException || isJaas(cause)) {
      // A message on the JAAS line may quote pieces of it.
      return isJaas(cause)
          ? "sasl.jaas.config in kafka.properties cannot be read: it is MODULE required username=\"...\" password=\"...\"; on one line."
              + SEE
          : "kafka.properties cannot be used: %s.".formatted(message(cause)) + SEE;
    }
    return null;
  }

  private static boolean isJaas(Throwable cause) {
    return cause instanceof IllegalArgumentException
        && String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("jaas");
  }

  private static String deepest(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return message(deepest);
  }

  private static String message(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).strip();
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }
}
