package io.keeling.app.embedded;

import io.keeling.app.failure.UserException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The free space on the disk of a data directory. Immutable; threads may share it. Sizes are in
 * bytes.
 */
public final class FreeSpace {

  private static final long MIB = 1L << 20;

  /** Minimum free space to start: Kafka and PostgreSQL stop working without free space. */
  private static final long LEAST_TO_START = 256 * MIB;

  /**
   * Minimum free space to continue: stopping may write 16 MiB of PostgreSQL's log, and a little
   * more.
   */
  private static final long LEAST_TO_GO_ON = 64 * MIB;

  private static final long MEGABYTE = 1_000_000;

  private final Path directory;

  public FreeSpace(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  public void requireForStart() throws IOException {
    long free = disk().getUsableSpace();
    if (free < LEAST_TO_START) {
      throw new UserException(
          "only %,d MB are free on the disk of %s. Free %,d MB, or choose another directory with --data."
              .formatted(free / MEGABYTE, directory, LEAST_TO_START / MEGABYTE));
    }
  }

  /** Returns a message if too little space is left; empty while there is enough. */
  public Optional<String> exhausted() {
    try {
      FileStore disk = disk();
      long free = disk.getUsableSpace();
      return free < LEAST_TO_GO_ON
          ? Optional.of(
              "the disk of %s is full: %,d MB are left of %,d. Free %,d MB there and start again: everything goes on where it was."
                  .formatted(
                      directory,
                      free / MEGABYTE,
                      disk.getTotalSpace() / MEGABYTE,
                      LEAST_TO_START / MEGABYTE))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // The next write there reports the failure.
    }
  }

  private FileStore disk() throws IOException {
    return Files.getFileStore(directory);
  }
}
