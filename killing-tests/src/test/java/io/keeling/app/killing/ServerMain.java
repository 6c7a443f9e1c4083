package io.keeling.app.killing;

import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * Kafka or PostgreSQL alone in a process: {@code kafka|postgres DIRECTORY PORT}, then settings of
 * Kafka's as {@code NAME=VALUE}, until SIGTERM.
 */
final class ServerMain {

  private ServerMain() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[1]);
    int port = Integer.parseInt(arguments[2]);
    AutoCloseable server =
        arguments[0].equals("kafka")
            ? EmbeddedKafka.start(directory, port, settings(arguments))
            : EmbeddedDatabase.start(directory, port);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
    new CountDownLatch(1).await();
  }

  private static Map<String, String> settings(String[] arguments) {
    return Arrays.stream(arguments)
        .skip(3)
        .map(argument -> argument.split("=", 2))
        .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
  }

  private static void close(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception e) {
      System.err.println("did not stop: " + e);
    }
  }
}
