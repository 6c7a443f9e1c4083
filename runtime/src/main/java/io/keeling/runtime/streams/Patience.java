package io.keeling.runtime.streams;

import java.time.Duration;

/**
 * Decides how long a stream thread waits for records. While it has something to commit, it waits as
 * long as Streams asks, as it can commit only between two waits. Otherwise it waits longer. New
 * records end every wait, so the longer wait delays none. This saves processor time: each round of
 * a thread visits all its tasks, and a hundred rounds a second were two fifths of the load of an
 * idle Keeling. For one thread.
 */
final class Patience {

  /**
   * The longer wait: half of the frontier's tick, which also happens only between two waits.
   * docs/studies/an-idle-keeling.md has the effect.
   */
  static final Duration IDLE = Duration.ofMillis(500);

  private boolean writing;
  private boolean read;

  void begun() {
    writing = true;
  }

  void ended() {
    writing = false;
  }

  /** Records whether the last wait brought records. */
  void polled(boolean records) {
    read = records;
  }

  /**
   * Returns how long to wait now.
   *
   * @param asked the wait that Streams asks for; zero for no wait
   */
  Duration of(Duration asked) {
    boolean busy = writing || read || asked.isZero();
    return busy || asked.compareTo(IDLE) > 0 ? asked : IDLE;
  }
}
