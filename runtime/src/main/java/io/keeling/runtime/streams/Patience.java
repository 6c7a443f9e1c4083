package io.keeling.runtime.streams;

import java.time.Duration;

/**
 * How long a stream thread waits for records: as long as Streams says while it has something to
 * commit, which it does only between two waits, and longer otherwise. New records end every wait,
 * so that nobody waits for them; but each round of a thread looks at all its tasks, and a hundred
 * of them a second were two fifths of what an idle Keeling took. For one thread.
 */
final class Patience {

  /**
   * The longer wait. Chosen: half of the frontier's tick, which is looked at between two waits,
   * too; docs/studies/an-idle-keeling.md has what it brings.
   */
  static final Duration IDLE = Duration.ofMillis(500);

  private boolean writing;
  private boolean read;

  /** A transaction began. */
  void begun() {
    writing = true;
  }

  /** The transaction came to its end. */
  void ended() {
    writing = false;
  }

  /** What the last wait brought, if anything, is worked on before the next. */
  void polled(boolean records) {
    read = records;
  }

  /**
   * How long to wait now.
   *
   * @param asked by Streams; zero where it is not to wait at all
   */
  Duration of(Duration asked) {
    boolean busy = writing || read || asked.isZero();
    return busy || asked.compareTo(IDLE) > 0 ? asked : IDLE;
  }
}
