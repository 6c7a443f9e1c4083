package io.keeling.app.embedded;

import io.keeling.app.failure.UserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The data directory of embedded Kafka and PostgreSQL, locked for this process. Not for sharing
 * between threads.
 */
public final class DataDirectory implements AutoCloseable {

  /** A marker file that exists until a restore is complete. */
  private static final String RESTORING = "restoring";

  private final Path path;
  private final FileChannel channel;

  private DataDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Creates the directory if needed, and locks it. Refuses a directory that is in use or whose disk
   * is full.
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
      try {
        new FreeSpace(absolute).requireForStart();
      } catch (UserException e) {
        channel.close();
        throw e;
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

  /** Refuses a directory whose restore is incomplete. */
  public void requireWhole() {
    if (Files.exists(resolve(RESTORING))) {
      throw new UserException(
          "a restore into %s did not finish, so its data is incomplete. Delete the directory, and run keeling restore again."
              .formatted(path));
    }
  }

  /** Marks the directory as incomplete until {@link #whole}, even if the process is killed. */
  public void restoring() throws IOException {
    Files.createFile(resolve(RESTORING));
  }

  /** Removes the mark of an incomplete restore. */
  public void whole() throws IOException {
    Files.deleteIfExists(resolve(RESTORING));
  }

  public Path path() {
    return path;
  }

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
