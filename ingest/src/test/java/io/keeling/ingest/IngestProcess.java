package io.keeling.ingest;

import io.keeling.contract.topic.KafkaConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;

/** An instance of ingest in a process of its own. */
public final class IngestProcess {

  private IngestProcess() {}

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
