package io.keeling.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of a backup on this machine. Not thread-safe.
 *
 * @param path path of the file
 * @param copied whether the file is a copy, which is deleted on closing
 */
record LocalFile(Path path, boolean copied) implements AutoCloseable {

  @Override
  public void close() throws IOException {
    if (copied) {
      Files.deleteIfExists(path);
    }
  }
}
