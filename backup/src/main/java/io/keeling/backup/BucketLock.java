package io.keeling.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two processes from writing to one bucket: an object that names the writer. It is written
 * only if unchanged since it was read, so if two processes come at the same time, one is refused.
 * Not thread-safe.
 */
final class BucketLock {

  /**
   * How long a process that no longer renews the lock still counts as writing. No file of a run
   * takes as long, and S3 itself refuses clocks that are more than 15 minutes off.
   */
  static final Duration FORGOTTEN = Duration.ofHours(1);

  /** Minimum time between two renewals of the lock. */
  private static final Duration REPEATED = Duration.ofMinutes(5);

  private static final String FREE = "free";

  private final Bucket bucket;
  private final Clock clock;
  private final byte[] held;
  private String etag;
  private Instant saidAt;

  private BucketLock(Bucket bucket, Clock clock, byte[] held, String etag) {
    this.bucket = bucket;
    this.clock = clock;
    this.held = held;
    this.etag = etag;
    this.saidAt = clock.instant();
  }

  /**
   * Takes the lock.
   *
   * @throws BackupException if another process holds it
   */
  static BucketLock take(Bucket bucket, BucketAddress address, Clock clock) throws IOException {
    Bucket.About before = bucket.about(BackupStorage.LOCK).orElse(null);
    if (before != null && isHeld(bucket)) {
      Instant until = before.writtenAt().plus(FORGOTTEN);
      if (until.isAfter(clock.instant())) {
        throw refusal(address, until);
      }
    }
    byte[] held = bytes("held by " + UUID.randomUUID());
    @Nullable String tag = before == null ? null : before.etag();
    Optional<String> written = bucket.putIf(tag, BackupStorage.LOCK, held);
    return new BucketLock(
        bucket,
        clock,
        held,
        written.orElseThrow(() -> refusal(address, clock.instant().plus(FORGOTTEN))));
  }

  private static boolean isHeld(Bucket bucket) throws IOException {
    return !new String(bucket.read(BackupStorage.LOCK), StandardCharsets.UTF_8).startsWith(FREE);
  }

  private static BackupException refusal(BucketAddress address, Instant until) {
    return new BackupException(
        "another keeling backup is writing to %s. If that one was killed, its lock ends at %s; to end it now, delete %s there."
            .formatted(address, until.truncatedTo(ChronoUnit.SECONDS), BackupStorage.LOCK));
  }

  /**
   * Renews the lock, unless that was done in the last few minutes.
   *
   * @throws IOException if another process has taken over
   */
  void repeat() throws IOException {
    if (saidAt.plus(REPEATED).isBefore(clock.instant())) {
      confirm();
    }
  }

  /**
   * Renews the lock and so makes sure that this process still holds it.
   *
   * @throws IOException if another process has taken over
   */
  void confirm() throws IOException {
    say(held);
  }

  /** Releases the lock. */
  void release() throws IOException {
    say(bytes(FREE));
  }

  private void say(byte[] words) throws IOException {
    etag =
        bucket
            .putIf(etag, BackupStorage.LOCK, words)
            .orElseThrow(() -> new IOException("another keeling backup has taken over the lock"));
    saidAt = clock.instant();
  }

  private static byte[] bytes(String words) {
    return (words + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
