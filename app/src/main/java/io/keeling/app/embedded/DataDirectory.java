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

  /** A file that is there until a restore is done. */
  private static final String RESTORING = "restoring";

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

  /**
   * Passes if what it holds is whole.
   *
   * @throws UserException if a restore into it was ended before it was done
   */
  public void requireWhole() {
    if (Files.exists(resolve(RESTORING))) {
      throw new UserException(
          "a restore into %s was ended before it was done, so what is there is not whole. Delete the directory, and run keeling restore again."
              .formatted(path));
    }
  }

  /**
   * Says for as long as it is not {@link #whole} that it is being restored, also to those who come
   * after a kill.
   *
   * @throws IOException if it cannot be written
   */
  public void restoring() throws IOException {
    Files.createFile(resolve(RESTORING));
  }

  /**
   * Says that all of it is restored.
   *
   * @throws IOException if it cannot be written
   */
  public void whole() throws IOException {
    Files.deleteIfExists(resolve(RESTORING));
  }

  /** Where it is. */
  public Path path() {
    return path;
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
