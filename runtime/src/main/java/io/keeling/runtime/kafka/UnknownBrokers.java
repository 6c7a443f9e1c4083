package io.keeling.runtime.kafka;

import io.keeling.runtime.failure.Causes;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;

/**
 * Recognises brokers whose names DNS does not know, which Kafka's clients report as invalid
 * settings. A name may appear and disappear with its broker, as in docker compose.
 */
public final class UnknownBrokers {

  /** Beginning of the client's message ({@code ClientUtils.parseAndValidateAddresses}). */
  private static final String UNRESOLVED = "No resolvable bootstrap urls";

  private UnknownBrokers() {}

  /** Whether a client could not be created because no broker's name resolves. */
  public static boolean caused(Throwable failure) {
    return Causes.of(failure).stream().anyMatch(UnknownBrokers::isUnresolved);
  }

  static boolean isUnresolved(Throwable cause) {
    return cause instanceof ConfigException
        && String.valueOf(cause.getMessage()).startsWith(UNRESOLVED);
  }

  /** Returns the problem in one line without a full stop. */
  public static String line(KafkaConnection kafka) {
    List<String> servers =
        Stream.of(kafka.bootstrapServers().split(",")).map(String::strip).toList();
    return String.join(", ", servers) + (servers.size() > 1 ? " are" : " is") + " not known to DNS";
  }
}
