package io.keeling.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The storage of a backup's files, a directory or a bucket, each under a name with slashes such as
 * {@code 000001/manifest.json}. Nothing that was kept is changed or deleted. Not for sharing
 * between threads. A {@link java.nio.file.NoSuchFileException} says that a file is not there, any
 * other {@link IOException} in one line what is wrong with the storage.
 */
interface BackupStorage extends AutoCloseable {

  /** The file by which storage is known to hold a backup, and which keeps two from writing. */
  String LOCK = "backup.lock";

  /** Size up to which a file is read whole, in bytes: 64 MiB, a manifest of 300,000 files. */
  int LARGEST_READ = 64 * 1024 * 1024;

  /**
   * Storage to write a run to, which no other process writes to meanwhile; made if it is missing.
   *
   * @param where a directory, or {@code s3://bucket/prefix}
   * @throws BackupException if it holds something else, or another backup is under way
   * @throws IOException if it cannot be written
   */
  static BackupStorage forWriting(String where) throws IOException {
    return BucketAddress.isOne(where)
        ? BucketStorage.forWriting(BucketAddress.parse(where))
        : DirectoryStorage.forWriting(Path.of(where));
  }

  /**
   * Storage to read from.
   *
   * @param where as in {@link #forWriting}
   * @throws BackupException if there is none
   * @throws IOException if it cannot be reached
   */
  static BackupStorage forReading(String where) throws IOException {
    return BucketAddress.isOne(where)
        ? BucketStorage.forReading(BucketAddress.parse(where))
        : DirectoryStorage.forReading(Path.of(where));
  }

  /** The names of what lies directly in it, in their order. */
  List<String> list() throws IOException;

  /** Whether a file is there. */
  boolean has(String name) throws IOException;

  /** Reads a file of at most {@link #LARGEST_READ} bytes. */
  byte[] read(String name) throws IOException;

  /**
   * Begins a run.
   *
   * @return an empty directory on this machine, of the run's name, in which its files are written
   *     before they are kept
   */
  Path begin(String run) throws IOException;

  /**
   * Keeps a file that was written in the directory of the run, and is safe once this returns.
   *
   * @param sha256 its digest, in hexadecimal digits
   */
  void keep(String name, String sha256) throws IOException;

  /** Writes a small file, which is safe once this returns. */
  void write(String name, byte[] bytes) throws IOException;

  /** As {@link #write}, but nobody ever sees half of it, and all that was kept is there before. */
  void publish(String name, byte[] bytes) throws IOException;

  /** A file as one on this machine, until it is closed. */
  LocalFile fetch(String name) throws IOException;

  /** Its address, as messages name it. */
  @Override
  String toString();

  @Override
  void close() throws IOException;
}
