package io.keeling.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Backup storage below a prefix of an S3 bucket. Files of a run are first written to a directory on
 * this machine, and each is sent when it is complete. Files that an interrupted run sent stay if
 * they are the same as those to send. Nothing is deleted, so the credentials need no right to
 * delete. Not for sharing between threads.
 */
final class BucketStorage implements BackupStorage {

  private final Bucket bucket;
  private final BucketAddress address;
  private final Path work;
  private @Nullable BucketLock lock;

  private BucketStorage(BucketAddress address) throws IOException {
    this.address = address;
    this.bucket = Bucket.open(address);
    this.work = Files.createTempDirectory("keeling-backup");
  }

  static BucketStorage forWriting(BucketAddress address) throws IOException {
    BucketStorage storage = new BucketStorage(address);
    try {
      List<String> there = storage.list();
      if (!there.isEmpty() && !there.contains(LOCK)) {
        throw new BackupException(
            address
                + " holds something that is not a backup. Name a prefix with nothing below it.");
      }
      storage.lock = BucketLock.take(storage.bucket, address, Clock.systemUTC());
      return storage;
    } catch (IOException | RuntimeException e) {
      storage.close();
      throw e;
    }
  }

  static BucketStorage forReading(BucketAddress address) throws IOException {
    return new BucketStorage(address);
  }

  @Override
  public List<String> list() throws IOException {
    return bucket.list();
  }

  @Override
  public boolean has(String name) throws IOException {
    return bucket.about(name).isPresent();
  }

  @Override
  public byte[] read(String name) throws IOException {
    return bucket.read(name);
  }

  @Override
  public Path begin(String run) throws IOException {
    return Files.createDirectory(work.resolve(run));
  }

  @Override
  public void keep(String name, String sha256) throws IOException {
    Path file = work.resolve(name);
    Bucket.About there = bucket.about(name).orElse(null);
    if (there == null || there.size() != Files.size(file) || !sha256.equals(there.sha256())) {
      bucket.put(name, file, sha256);
    }
    Files.delete(file);
    if (lock != null) {
      lock.repeat();
    }
  }

  @Override
  public void write(String name, byte[] bytes) throws IOException {
    bucket.put(name, bytes);
  }

  @Override
  public void publish(String name, byte[] bytes) throws IOException {
    if (lock != null) {
      lock.confirm();
    }
    bucket.put(name, bytes);
  }

  @Override
  public LocalFile fetch(String name) throws IOException {
    Path file = Files.createTempFile(work, "file", ".gz");
    Files.delete(file); // the client creates the file itself
    bucket.copy(name, file);
    return new LocalFile(file, true);
  }

  @Override
  public String toString() {
    return address.toString();
  }

  @Override
  public void close() throws IOException {
    try (bucket) {
      Utils.delete(work.toFile());
      if (lock != null) {
        lock.release();
      }
    }
  }
}
