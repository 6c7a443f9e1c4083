package io.keeling.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of a backup on this machine. Not thread-safe.
 *
 * @param path where it is
 * @param copied whether it is a copy, which is deleted on close
 */
record LocalFile(Path path, boolean copied) implements AutoCloseable {

  @Override
  public void close() throws IOException {
    if (copied) {
      Files.deleteIfExists(path);
    }
  }
}
