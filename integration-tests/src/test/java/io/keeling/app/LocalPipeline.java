package io.keeling.app;

import io.keeling.app.config.ConfigLoader;
import io.keeling.app.pipeline.Pipeline;
import io.keeling.contract.source.Source;
import io.keeling.embedded.FreePorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All roles with Kafka and PostgreSQL in this JVM, on ports that are free. For one thread. */
public final class LocalPipeline implements AutoCloseable {

  private final Pipeline pipeline;
  private final List<Integer> ports;

  private LocalPipeline(Pipeline pipeline, List<Integer> ports) {
    this.pipeline = pipeline;
    this.ports = ports;
  }

  /**
   * Starts it.
   *
   * @param directory where it keeps its data
   * @param settings further ones, as in keeling.yaml
   */
  public static LocalPipeline start(Path directory, String settings, List<Source> sources)
      throws Exception {
    List<Integer> ports = FreePorts.find(7);
    String all = settings(directory, ports) + settings;
    return new LocalPipeline(
        Pipeline.start(
            ConfigLoader.ofText("the settings of the test", all, Map.of()), sources, step -> {}),
        ports);
  }

  /**
   * The settings of one that has all to itself, as in keeling.yaml.
   *
   * @param ports seven that are free
   */
  static String settings(Path directory, List<Integer> ports) {
    return """
        embedded: {directory: "%s", kafkaPort: %d, postgresPort: %d}
        desk: {port: %d}
        health: {ingestPort: %d, enrichPort: %d, sinkPort: %d, deskPort: %d}
        """
        .formatted(Stream.concat(Stream.of(directory), ports.stream()).toArray());
  }

  /** All that runs. */
  Pipeline pipeline() {
    return pipeline;
  }

  /** Where ingest says how it is. */
  int ingestPort() {
    return ports.get(3);
  }

  /** Where the sink says how it is. */
  public int sinkPort() {
    return ports.get(5);
  }

  @Override
  public void close() {
    pipeline.close();
  }
}
