package io.keeling.app.embedded;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file in a data directory with the addresses of the Kafka and PostgreSQL that use the directory,
 * and the fetch rules of the ingest role beside them. With it, other commands use the same settings
 * as a running {@code keeling up} or {@code demo}. The file contains no secret. Not for sharing
 * between threads.
 */
public final class ServersFile implements AutoCloseable {

  private static final String NAME = "servers.json";

  /**
   * Maximum difference between two equal start times. On Linux a reported start time moves by less
   * than this when the clock is set, and no process id is reused so soon.
   */
  private static final Duration CLOCK_STEP = Duration.ofSeconds(10);

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

  private final Path file;

  private ServersFile(Path file) {
    this.file = file;
  }

  /**
   * The content of the file.
   *
   * @param process id of the process that runs the servers
   * @param since when that process was started, as process ids are reused; null if the system does
   *     not report it
   * @param settings by path, such as {@code database.url}; a value or a section
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Content(long process, @Nullable Instant since, Map<String, Object> settings) {}

  /** Writes the file, which is valid until it is closed or this process ends. */
  public static ServersFile write(Path directory, Map<String, Object> settings) throws IOException {
    Path file = directory.resolve(NAME);
    ProcessHandle process = ProcessHandle.current();
    JSON.writeValue(
        file.toFile(), new Content(process.pid(), started(process).orElse(null), settings));
    return new ServersFile(file);
  }

  /** Returns the settings in a directory's file; empty if no servers are using the directory. */
  public static Optional<Map<String, Object>> read(Path directory) {
    Path file = directory.resolve(NAME);
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      Content content = JSON.readValue(file.toFile(), Content.class);
      boolean runs =
          ProcessHandle.of(content.process())
              .filter(process -> same(started(process).orElse(null), content.since()))
              .isPresent();
      return runs ? Optional.of(Map.copyOf(content.settings())) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // The file is being written.
    }
  }

  /** Whether two start times are of the same process, as far as the system reports them. */
  private static boolean same(@Nullable Instant started, @Nullable Instant written) {
    if (started == null || written == null) {
      return Objects.equals(started, written);
    }
    return Duration.between(started, written).abs().compareTo(CLOCK_STEP) <= 0;
  }

  /** Truncated to milliseconds, as in the file. */
  private static Optional<Instant> started(ProcessHandle process) {
    return process.info().startInstant().map(at -> Instant.ofEpochMilli(at.toEpochMilli()));
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
