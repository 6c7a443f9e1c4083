package io.keeling.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The storage of a backup's files, in a directory or a bucket. Each file has a name with slashes
 * such as {@code 000001/manifest.json}. Stored files are never changed or deleted. Not thread-safe.
 * Throws {@link java.nio.file.NoSuchFileException} if a file does not exist; the message of any
 * other {@link IOException} describes the problem of the storage in one line.
 */
interface BackupStorage extends AutoCloseable {

  /** Name of the file that marks a backup's storage and keeps two processes from writing to it. */
  String LOCK = "backup.lock";

  /** Maximum size of a file that is read at once, in bytes: 64 MiB, a manifest of 300,000 files. */
  int LARGEST_READ = 64 * 1024 * 1024;

  /**
   * Opens storage for writing a run and keeps other processes from writing to it; creates it if it
   * is missing.
   *
   * @param where a directory, or {@code s3://bucket/prefix}
   * @throws BackupException if it contains something else, or another backup is being written
   * @throws IOException if it cannot be written
   */
  static BackupStorage forWriting(String where) throws IOException {
    return BucketAddress.isOne(where)
        ? BucketStorage.forWriting(BucketAddress.parse(where))
        : DirectoryStorage.forWriting(Path.of(where));
  }

  /**
   * Opens storage for reading.
   *
   * @param where as in {@link #forWriting}
   * @throws BackupException if there is no storage
   * @throws IOException if it cannot be reached
   */
  static BackupStorage forReading(String where) throws IOException {
    return BucketAddress.isOne(where)
        ? BucketStorage.forReading(BucketAddress.parse(where))
        : DirectoryStorage.forReading(Path.of(where));
  }

  /** Returns the names of all files and directories at the top level, sorted. */
  List<String> list() throws IOException;

  /** Whether a file exists. */
  boolean has(String name) throws IOException;

  /** Reads a file of at most {@link #LARGEST_READ} bytes. */
  byte[] read(String name) throws IOException;

  /**
   * Begins a run.
   *
   * @return an empty directory on this machine with the run's name, in which the run's files are
   *     written before they are passed to {@link #keep}
   */
  Path begin(String run) throws IOException;

  /**
   * Stores a file that was written in the run's directory. The file is safe once this method
   * returns.
   *
   * @param sha256 digest of the file, in hexadecimal digits
   */
  void keep(String name, String sha256) throws IOException;

  /** Writes a small file. The file is safe once this method returns. */
  void write(String name, byte[] bytes) throws IOException;

  /** Like {@link #write}, but atomic: nobody sees half of it, or sees it before earlier files. */
  void publish(String name, byte[] bytes) throws IOException;

  /** Returns a stored file as a file on this machine, until it is closed. */
  LocalFile fetch(String name) throws IOException;

  /** Returns the address of the storage, for messages. */
  @Override
  String toString();

  @Override
  void close() throws IOException;
}
