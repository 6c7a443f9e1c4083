package io.keeling.ingest;

import io.keeling.ingest.config.FetchConfig;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.runtime.kafka.KafkaConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An instance of ingest in a process of its own. */
public final class IngestProcess {

  private IngestProcess() {}

  /** A JVM with this one's class path, to be started. */
  static ProcessBuilder java(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).inheritIO();
  }

  /**
   * Works until it is killed.
   *
   * @param arguments bootstrap servers, user agent, pause, directory for state
   */
  public static void main(String[] arguments) throws InterruptedException {
    IngestConfig config =
        ScaleRun.config(
            arguments[1],
            Duration.parse(arguments[2]),
            FetchConfig.defaults(),
            Path.of(arguments[3]));
    try (Ingest ingest =
        Ingest.start(KafkaConnection.to(arguments[0]), config, new SimpleMeterRegistry())) {
      while (ingest.alive()) {
        Thread.sleep(1_000);
      }
    }
    System.exit(1);
  }
}
