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
 * A lock that keeps two processes from writing to one bucket: an object that says who writes. It is
 * written only if it has not changed since it was read, so if two processes start at once, one is
 * refused. For one thread.
 */
final class BucketLock {

  /**
   * Age at which a lock that is not renewed counts as abandoned. Writing one file of a run takes
   * less time, and S3 refuses clients whose clocks are more than 15 minutes off.
   */
  static final Duration FORGOTTEN = Duration.ofHours(1);

  /** Shortest time between two renewals of the lock. */
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
        "another keeling backup is writing to %s. If it was killed, its lock expires at %s; to remove the lock now, delete %s there."
            .formatted(address, until.truncatedTo(ChronoUnit.SECONDS), BackupStorage.LOCK));
  }

  /**
   * Renews the lock if {@link #REPEATED} has passed.
   *
   * @throws IOException if another process has taken over the lock
   */
  void repeat() throws IOException {
    if (saidAt.plus(REPEATED).isBefore(clock.instant())) {
      confirm();
    }
  }

  /**
   * Makes sure that this process still has the lock.
   *
   * @throws IOException if another process has taken over the lock
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
