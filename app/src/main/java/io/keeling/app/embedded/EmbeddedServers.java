package io.keeling.app.embedded;

import io.keeling.app.failure.UserException;

/**
 * Kafka and PostgreSQL for running everything in one process. The container image does not include
 * them, since no role needs them.
 */
public final class EmbeddedServers {

  /** The name is a string, since the class is missing from some installations. */
  private static final String KAFKA = "io.keeling.embedded.kafka.EmbeddedKafka";

  private EmbeddedServers() {}

  /** Refuses an installation without embedded servers. */
  public static void require() {
    try {
      Class.forName(KAFKA, false, EmbeddedServers.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new UserException(
          "this installation has no Kafka and PostgreSQL of its own, as the image leaves them out. Run this command as ./keeling from the sources, or start everything with docker compose up.",
          e);
    }
  }
}
