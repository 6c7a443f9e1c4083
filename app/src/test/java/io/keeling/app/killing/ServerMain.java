package io.keeling.app.killing;

import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Kafka or PostgreSQL alone in a process: {@code kafka|postgres DIRECTORY PORT}, until SIGTERM. */
final class ServerMain {

  private ServerMain() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[1]);
    int port = Integer.parseInt(arguments[2]);
    AutoCloseable server =
        arguments[0].equals("kafka")
            ? EmbeddedKafka.start(directory, port)
            : EmbeddedDatabase.start(directory, port);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
    new CountDownLatch(1).await();
  }

  private static void close(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception e) {
      System.err.println("did not stop: " + e);
    }
  }
}
