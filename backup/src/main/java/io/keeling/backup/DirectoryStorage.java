package io.keeling.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Backup storage in a directory, whose files are written in place. Not for sharing between threads.
 */
final class DirectoryStorage implements BackupStorage {

  private final Path root;
  private final @Nullable FileChannel lock;

  private DirectoryStorage(Path root, @Nullable FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Opens the directory for writing; if it is missing, creates it with rights for its owner alone.
   */
  static DirectoryStorage forWriting(Path path) throws IOException {
    Path root = path.toAbsolutePath().normalize();
    try {
      return openForWriting(root);
    } catch (FileSystemException e) { // its message is often only the path
      throw new BackupException(
          "cannot write to %s%s. Check its owner and permissions, or name another directory."
              .formatted(root, e.getReason() == null ? "" : ": " + e.getReason()),
          e);
    }
  }

  @SuppressWarnings("resource") // the lock lives as long as its channel
  private static DirectoryStorage openForWriting(Path root) throws IOException {
    if (!Files.exists(root)) {
      Files.createDirectories(root, ownerOnly());
    } else if (!Files.exists(root.resolve(LOCK)) && !isEmpty(root)) {
      throw new BackupException(
          root + " holds something that is not a backup. Name an empty or a new directory.");
    }
    FileChannel channel =
        FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new BackupException("another keeling backup is writing to " + root + ".");
    }
    return new DirectoryStorage(root, channel);
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // locked by this process
    }
  }

  static DirectoryStorage forReading(Path path) {
    Path root = path.toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      throw new BackupException("there is no directory " + root + ".");
    }
    return new DirectoryStorage(root, null);
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }

  @Override
  public List<String> list() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Override
  public boolean has(String name) {
    return Files.exists(root.resolve(name));
  }

  @Override
  public byte[] read(String name) throws IOException {
    try (InputStream in = Files.newInputStream(root.resolve(name))) {
      byte[] bytes = in.readNBytes(LARGEST_READ + 1);
      if (bytes.length > LARGEST_READ) {
        throw new IOException(root.resolve(name) + " is larger than any file that Keeling writes");
      }
      return bytes;
    }
  }

  /** Begins a run; what an interrupted run left there is deleted. */
  @Override
  public Path begin(String run) throws IOException {
    Path directory = root.resolve(run);
    Utils.delete(directory.toFile());
    return Files.createDirectory(directory);
  }

  /** Does nothing: the file was flushed to the disk when it was written. */
  @Override
  public void keep(String name, String sha256) {}

  @Override
  public void write(String name, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            root.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  @Override
  public void publish(String name, byte[] bytes) throws IOException {
    Path file = root.resolve(name);
    String unfinished = name + ".unfinished";
    write(unfinished, bytes);
    Utils.flushDir(file.getParent());
    Utils.atomicMoveWithFallback(root.resolve(unfinished), file);
    Utils.flushDir(root);
  }

  @Override
  public LocalFile fetch(String name) throws IOException {
    Path file = root.resolve(name).normalize();
    if (!file.startsWith(root) || !Files.isRegularFile(file)) {
      throw new NoSuchFileException(name);
    }
    return new LocalFile(file, false);
  }

  @Override
  public String toString() {
    return root.toString();
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
    }
  }
}
