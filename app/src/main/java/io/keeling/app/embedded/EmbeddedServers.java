package io.keeling.app.embedded;

import io.keeling.app.failure.UserException;

/**
 * Kafka and PostgreSQL for everything in one process. They are no part of every installation: the
 * image leaves them out, since no role needs them.
 */
public final class EmbeddedServers {

  /** Named as text, since some installations lack the class. */
  private static final String KAFKA = "io.keeling.embedded.kafka.EmbeddedKafka";

  private EmbeddedServers() {}

  /** Refuses an installation without them. */
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
