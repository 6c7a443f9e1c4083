package io.keeling.app.embedded;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file in a data directory that says how the Kafka and PostgreSQL on it are reached, so that
 * commands beside a running {@code keeling up} find them. No secret is in it. Not for sharing
 * between threads.
 */
public final class ServersFile implements AutoCloseable {

  private static final String NAME = "servers.json";

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

  private final Path file;

  private ServersFile(Path file) {
    this.file = file;
  }

  /**
   * What it holds.
   *
   * @param process which process runs them
   * @param since when that was started, for ids of processes come again; null where the system does
   *     not say
   * @param settings by path, such as {@code database.url}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Content(long process, @Nullable Instant since, Map<String, String> settings) {}

  /**
   * Writes it, for as long as this process runs or until it is closed.
   *
   * @param settings by path, such as {@code database.url}
   * @throws IOException if it cannot be written
   */
  public static ServersFile write(Path directory, Map<String, String> settings) throws IOException {
    Path file = directory.resolve(NAME);
    ProcessHandle process = ProcessHandle.current();
    JSON.writeValue(
        file.toFile(), new Content(process.pid(), started(process).orElse(null), settings));
    return new ServersFile(file);
  }

  /** The settings that the file in a directory holds; empty where nothing runs on it. */
  public static Optional<Map<String, String>> read(Path directory) {
    Path file = directory.resolve(NAME);
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      Content content = JSON.readValue(file.toFile(), Content.class);
      boolean runs =
          ProcessHandle.of(content.process())
              .filter(process -> started(process).equals(Optional.ofNullable(content.since())))
              .isPresent();
      return runs ? Optional.of(Map.copyOf(content.settings())) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // It is just being written.
    }
  }

  /** In whole milliseconds, as the file has it. */
  private static Optional<Instant> started(ProcessHandle process) {
    return process.info().startInstant().map(at -> Instant.ofEpochMilli(at.toEpochMilli()));
  }

  /** Takes it away. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
