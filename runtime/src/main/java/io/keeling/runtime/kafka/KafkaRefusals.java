package io.keeling.runtime.kafka;

import io.keeling.runtime.failure.Causes;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;

/**
 * Recognises failures by which Kafka refuses a client, which an operator has to fix, and
 * distinguishes them from an outage or an unresolved name. The lines contain no secret; they quote
 * only Kafka's own words on certificates, users and rights.
 */
public final class KafkaRefusals {

  private static final String SEE = " docs/security.md shows how.";

  private KafkaRefusals() {}

  /**
   * Returns what is refused and what to do, in one line; empty for other failures.
   *
   * @param broker the broker's name in the line
   */
  public static Optional<String> line(Throwable failure, String broker) {
    return Causes.of(failure).stream().flatMap(cause -> ofOne(cause, broker).stream()).findFirst();
  }

  private static Optional<String> ofOne(Throwable cause, String broker) {
    if (cause instanceof SslAuthenticationException) {
      return Optional.of(
          "no TLS with %s: %s. Does kafka.properties name the authority that signed the broker's certificate, and this client's own key if the broker asks for one?"
                  .formatted(broker, deepest(cause))
              + SEE);
    }
    if (cause instanceof AuthenticationException) {
      return Optional.of(
          "%s refuses the user: %s. Look at sasl.mechanism and sasl.jaas.config in kafka.properties."
                  .formatted(broker, message(cause))
              + SEE);
    }
    if (cause instanceof AuthorizationException) {
      return Optional.of(
          "%s does not let this user in: %s. docs/security.md lists the rights of each role."
              .formatted(broker, message(cause)));
    }
    if (isJaas(cause)) {
      // A message about the JAAS setting may quote parts of it, so it is not repeated.
      return Optional.of(
          "sasl.jaas.config in kafka.properties cannot be read: it is MODULE required"
              + " username=\"...\" password=\"...\"; on one line."
              + SEE);
    }
    return cause instanceof ConfigException && !UnknownBrokers.isUnresolved(cause)
        ? Optional.of("kafka.properties cannot be used: %s.".formatted(message(cause)) + SEE)
        : Optional.empty();
  }

  private static boolean isJaas(Throwable cause) {
    return cause instanceof IllegalArgumentException
        && String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("jaas");
  }

  private static String deepest(Throwable failure) {
    return message(Causes.root(failure));
  }

  private static String message(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).replaceAll("[\\p{Cc}\\s]+", " ").strip();
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }
}
