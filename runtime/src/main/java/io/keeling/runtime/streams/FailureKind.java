package io.keeling.runtime.streams;

import io.keeling.runtime.failure.Causes;
import io.keeling.runtime.kafka.KafkaRefusals;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidSessionTimeoutException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.TopologyException;
import org.jspecify.annotations.Nullable;

/** How to handle the failure of a stream thread. */
public enum FailureKind {
  /** The broker or the disk is unavailable or full, and will recover: retry without limit. */
  TRANSIENT,
  /** An operator has to act: stop, and say what to do. */
  MISCONFIGURED,
  /** Unknown, perhaps a bug: retry a few times, then stop. */
  UNFORESEEN;

  private static final Set<Class<? extends Throwable>> OPERATORS_WORK =
      Set.of(
          AuthenticationException.class,
          AuthorizationException.class,
          ConfigException.class,
          InvalidConfigurationException.class,
          InvalidSessionTimeoutException.class,
          InvalidTopicException.class,
          MissingSourceTopicException.class,
          PolicyViolationException.class,
          // Every record is measured before it is written, so the topic's limit must differ from
          // Keeling's.
          RecordTooLargeException.class,
          SecurityDisabledException.class,
          TopologyException.class,
          UnsupportedVersionException.class);

  /**
   * Failures that pass without an operator: all others of a broker, and a state directory on a full
   * disk.
   */
  private static final Set<Class<? extends Throwable>> PASSING =
      Set.of(ApiException.class, ProcessorStateException.class, java.io.IOException.class);

  /**
   * Returns the kind of a failure by its causes; a cause that needs an operator takes precedence.
   */
  public static FailureKind of(Throwable failure) {
    return has(failure, OPERATORS_WORK) != null
        ? MISCONFIGURED
        : has(failure, PASSING) != null ? TRANSIENT : UNFORESEEN;
  }

  static boolean ofState(Throwable failure) {
    return has(failure, Set.of(ProcessorStateException.class)) != null;
  }

  /**
   * Whether the failure was not caused by a record: state on disk cannot be read or written, or
   * Kafka did not accept an earlier write.
   */
  static boolean ofInfrastructure(Throwable failure) {
    return has(failure, Set.of(ProcessorStateException.class, ApiException.class)) != null;
  }

  /** Returns the failure in one line without content, with advice if Kafka refuses the client. */
  public static String line(Throwable failure) {
    Optional<String> refusal = KafkaRefusals.line(failure, "Kafka");
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Throwable known = has(failure, OPERATORS_WORK);
    known = known == null ? has(failure, PASSING) : known;
    String name = (known == null ? failure : known).getClass().getSimpleName();
    // Kafka's own messages name topics, nodes and settings; a message of a bug may quote content.
    String message = known == null ? null : known.getMessage();
    return message == null ? name : name + ": " + message.replaceAll("[\\p{Cc}\\s]+", " ").strip();
  }

  private static @Nullable Throwable has(Throwable failure, Set<Class<? extends Throwable>> kinds) {
    return Causes.of(failure).stream()
        .filter(cause -> kinds.stream().anyMatch(kind -> kind.isInstance(cause)))
        .findFirst()
        .orElse(null);
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
