package io.keeling.bench.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory for a run's data.
 *
 * @param kept whether it stays afterwards, for a later run to go on with
 */
record Scratch(Path directory, boolean kept) implements AutoCloseable {

  static Scratch make() throws IOException {
    return new Scratch(Files.createTempDirectory("keeling-bench"), false);
  }

  static Scratch keep(Path directory) throws IOException {
    return new Scratch(Files.createDirectories(directory), true);
  }

  Path path(String name) {
    return directory.resolve(name);
  }

  @Override
  public void close() throws IOException {
    if (kept) {
      return;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
