package io.keeling.app.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;

/**
 * Shows the progress of a batch: count, rate and time left, at most five times a second, and passes
 * the count on to a listener. Not for sharing between threads.
 */
public final class Progress {

  /** Minimum time between two updates of the line: nobody can read faster. */
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Terminal terminal;
  private final String what;
  private final long total;
  private final Instant start = Instant.now();
  private Instant shown = Instant.EPOCH;
  private long done;
  private LongConsumer told = count -> {};

  /**
   * Starts showing progress.
   *
   * @param what the items counted, in the plural
   * @param total 0 if unknown
   */
  public Progress(Terminal terminal, String what, long total) {
    this.terminal = terminal;
    this.what = what;
    this.total = total;
  }

  /** Also passes the count to a listener. */
  public Progress telling(LongConsumer other) {
    told = other;
    return this;
  }

  public void step() {
    advance(done + 1);
  }

  /** Sets the total number of items done. */
  public void advance(long count) {
    done = count;
    told.accept(count);
    Instant now = Instant.now();
    if (Duration.between(shown, now).compareTo(PAUSE) >= 0) {
      shown = now;
      terminal.show(line(now));
    }
  }

  /** Prints a summary, if there was more than one item. */
  public void finish() {
    terminal.clear();
    if (done < 2) {
      return;
    }
    double seconds = Math.max(1, Duration.between(start, Instant.now()).toMillis()) / 1000.0;
    terminal.say("%,d %s in %.1f s (%.1f a second)".formatted(done, what, seconds, done / seconds));
  }

  private String line(Instant now) {
    double seconds = Math.max(1, Duration.between(start, now).toMillis()) / 1000.0;
    double rate = done / seconds;
    String of = total == 0 ? "" : " of %,d".formatted(total);
    String left =
        total == 0 || done == 0 ? "" : ", %d s left".formatted(Math.round((total - done) / rate));
    return "%,d%s %s, %.1f a second%s".formatted(done, of, what, rate, left);
  }
}
