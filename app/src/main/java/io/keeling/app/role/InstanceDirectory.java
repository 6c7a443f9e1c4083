package io.keeling.app.role;

import io.keeling.app.failure.UserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The state directory of one instance, for several instances of a role that share a disk. It is the
 * configured directory, or the first of {@code NAME-2}, {@code NAME-3} and so on beside it that no
 * other process uses. An instance that replaces another continues with its state. The lock is the
 * operating system's and ends with the process. Not for sharing between threads.
 */
public final class InstanceDirectory implements AutoCloseable {

  /** Maximum number of instances on one disk: more than any topic has partitions by default. */
  private static final int MOST = 64;

  private static final String LOCK = "instance.lock";

  private final Path path;
  private final FileChannel channel;

  private InstanceDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Takes the first free directory; throws {@link UserException} if no directory is free. */
  public static InstanceDirectory take(String setting, Path set) {
    for (int number = 1; number <= MOST; number++) {
      Path path = number == 1 ? set : Path.of(set + "-" + number);
      try {
        Files.createDirectories(path);
        FileChannel channel = lock(path);
        if (channel != null) {
          return new InstanceDirectory(path, channel);
        }
      } catch (IOException e) {
        throw new UserException(
            "%s: cannot write to %s. Let this user write there, or set another directory."
                .formatted(setting, path),
            e);
      }
    }
    throw new UserException(
        "%s: %d instances have %s and those beside it. Set another directory."
            .formatted(setting, MOST, set));
  }

  private static @Nullable FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Another instance in this process holds the lock.
    }
    channel.close();
    return null;
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
