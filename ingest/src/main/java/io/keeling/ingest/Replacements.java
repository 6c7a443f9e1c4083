package io.keeling.ingest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts replaced stream threads, to stop replacing what fails again and again. Threads share it.
 */
final class Replacements {

  private static final int MOST = 5;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final Deque<Long> moments = new ArrayDeque<>();

  /** Whether one more may be replaced at this moment of {@link System#nanoTime}. */
  synchronized boolean allow(long nanos) {
    while (!moments.isEmpty() && nanos - moments.peekFirst() > WITHIN.toNanos()) {
      moments.removeFirst();
    }
    if (moments.size() >= MOST) {
      return false;
    }
    moments.addLast(nanos);
    return true;
  }
}
