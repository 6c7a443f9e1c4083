package io.keeling.app.embedded;

import io.keeling.app.failure.UserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory that holds everything embedded, locked for this process. Not for sharing between
 * threads.
 */
public final class DataDirectory implements AutoCloseable {

  /**
   * Least free space to start with, in bytes. Chosen: Kafka and PostgreSQL stop working without
   * any.
   */
  private static final long LEAST_FREE = 256L * 1024 * 1024;

  private final Path path;
  private final FileChannel channel;

  private DataDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Creates the directory if it is missing, and takes it for this process.
   *
   * @throws UserException if it cannot be written, is taken, or its disk is full
   */
  @SuppressWarnings("resource") // the lock lives as long as its channel
  public static DataDirectory open(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      FileChannel channel =
          FileChannel.open(
              absolute.resolve("keeling.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new UserException(
            "another keeling is running on "
                + absolute
                + ". Stop it, or choose another directory with --data.");
      }
      long free = Files.getFileStore(absolute).getUsableSpace();
      if (free < LEAST_FREE) {
        channel.close();
        throw new UserException(
            "only %,d MB are free on the disk of %s. Free %,d MB, or choose another directory with --data."
                .formatted(free / 1_000_000, absolute, LEAST_FREE / 1_000_000));
      }
      return new DataDirectory(absolute, channel);
    } catch (IOException e) {
      throw new UserException(
          "cannot write "
              + absolute
              + ". Check its owner and permissions, or choose another directory with --data.",
          e);
    }
  }

  /** The path of something inside the directory. */
  public Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public String toString() {
    return path.toString();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
