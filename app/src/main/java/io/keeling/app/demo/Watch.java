package io.keeling.app.demo;

import io.keeling.app.pipeline.UntilInterrupted;
import io.keeling.app.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Shows articles as they arrive, until nothing new has come for a while. Not for sharing between
 * threads.
 */
final class Watch {

  /** How often the desk is asked. Chosen: a person sees it move. */
  private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

  /**
   * How long nothing new may come before all has come. Chosen: longer than an article takes from
   * page to row on a busy machine.
   */
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(6);

  /** How long the first round may take at most. Chosen; then the report shows what there is. */
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final DeskClient desk;
  private final io.keeling.app.deadletter.DeadLetterLog deadLetters;
  private final Terminal terminal;
  private final UntilInterrupted end;

  Watch(
      DeskClient desk,
      io.keeling.app.deadletter.DeadLetterLog deadLetters,
      Terminal terminal,
      UntilInterrupted end) {
    this.desk = desk;
    this.deadLetters = deadLetters;
    this.terminal = terminal;
    this.end = end;
  }

  /**
   * Watches.
   *
   * @param expected how many articles the press has
   * @return the last count; null if the end was asked for before there was one
   */
  @Nullable DemoTally untilQuiet(int expected) throws InterruptedException {
    Instant start = Instant.now();
    Instant changed = start;
    DemoTally last = null;
    while (!end.await(POLL_INTERVAL)) {
      try {
        DemoTally now = DemoTally.take(desk, deadLetters);
        if (last == null
            || now.articles() != last.articles()
            || now.deadLetterCount() != last.deadLetterCount()) {
          changed = Instant.now();
        }
        last = now;
        terminal.show(
            "%d of %d articles, %d dead letters ..."
                .formatted(now.articles(), expected, now.deadLetterCount()));
      } catch (IOException e) {
        terminal.show("Waiting for the desk ...");
      }
      boolean quiet = Duration.between(changed, Instant.now()).compareTo(IDLE_TIMEOUT) > 0;
      boolean complete = last != null && last.articles() >= expected;
      boolean late = Duration.between(start, Instant.now()).compareTo(LONGEST) > 0;
      if (last != null && (late || (quiet && complete))) {
        return last;
      }
    }
    return last;
  }
}
