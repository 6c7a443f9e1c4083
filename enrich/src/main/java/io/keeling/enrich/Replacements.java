package io.keeling.enrich;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Allows stream threads to be replaced, but not for ever. Threads may share it. */
final class Replacements {

  /** Replacements within {@link #WINDOW}: a passing trouble takes few, a lasting one any number. */
  static final int MOST = 10;

  static final Duration WINDOW = Duration.ofMinutes(10);

  private final Deque<Long> recent = new ArrayDeque<>();

  /**
   * Whether one more is allowed.
   *
   * @param now nanoseconds on any steady clock
   */
  synchronized boolean allow(long now) {
    while (!recent.isEmpty() && now - recent.peekFirst() > WINDOW.toNanos()) {
      recent.removeFirst();
    }
    if (recent.size() >= MOST) {
      return false;
    }
    recent.addLast(now);
    return true;
  }
}
