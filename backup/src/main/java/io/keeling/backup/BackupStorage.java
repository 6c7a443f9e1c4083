package io.keeling.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Storage for the files of a backup, in a directory or a bucket. A file has a name with slashes,
 * such as {@code 000001/manifest.json}. A file passed to {@link #keep} is never changed or deleted.
 * Not for sharing between threads. A {@link java.nio.file.NoSuchFileException} says that a file is
 * missing; any other {@link IOException} says in one line what is wrong with the storage.
 */
interface BackupStorage extends AutoCloseable {

  /** The file that marks storage as a backup, and that keeps two processes from writing to it. */
  String LOCK = "backup.lock";

  /**
   * Largest file that is read as a whole, in bytes: 64 MiB, enough for a manifest of 300,000 files.
   */
  int LARGEST_READ = 64 * 1024 * 1024;

  /**
   * Opens storage to write a run to it, and locks it for this process; creates it if it is missing.
   *
   * @param where a directory, or {@code s3://bucket/prefix}
   * @throws BackupException if it holds something else, or another backup is being written
   * @throws IOException if it cannot be written
   */
  static BackupStorage forWriting(String where) throws IOException {
    return BucketAddress.isOne(where)
        ? BucketStorage.forWriting(BucketAddress.parse(where))
        : DirectoryStorage.forWriting(Path.of(where));
  }

  /**
   * Opens storage to read from it.
   *
   * @param where as in {@link #forWriting}
   * @throws BackupException if there is no backup
   * @throws IOException if it cannot be reached
   */
  static BackupStorage forReading(String where) throws IOException {
    return BucketAddress.isOne(where)
        ? BucketStorage.forReading(BucketAddress.parse(where))
        : DirectoryStorage.forReading(Path.of(where));
  }

  /** The names directly in the storage, sorted. */
  List<String> list() throws IOException;

  /** Whether a file exists. */
  boolean has(String name) throws IOException;

  /** Reads a file of at most {@link #LARGEST_READ} bytes. */
  byte[] read(String name) throws IOException;

  /**
   * Begins a run.
   *
   * @return an empty directory on this machine, named like the run, in which its files are written
   *     before they are kept
   */
  Path begin(String run) throws IOException;

  /**
   * Keeps a file that was written in the run's directory; it is safe once this returns.
   *
   * @param sha256 digest of the file, in hexadecimal digits
   */
  void keep(String name, String sha256) throws IOException;

  /** Writes a small file; it is safe once this returns. */
  void write(String name, byte[] bytes) throws IOException;

  /**
   * As {@link #write}, but readers only ever see the whole file, and never before all files that
   * were kept.
   */
  void publish(String name, byte[] bytes) throws IOException;

  /** Fetches a file to this machine, until it is closed. */
  LocalFile fetch(String name) throws IOException;

  /** The address of the storage, for messages. */
  @Override
  String toString();

  @Override
  void close() throws IOException;
}
