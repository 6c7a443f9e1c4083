package io.keeling.app.demo;

import io.keeling.app.pipeline.UntilInterrupted;
import io.keeling.app.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Shows articles as they arrive, until no new ones arrive for a while. Not for sharing between
 * threads.
 */
final class ArrivalWatch {

  /** How often the desk is queried: often enough for a person to see progress. */
  private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

  /** How often dead letters are counted: rarely, since each count creates a consumer. */
  private static final Duration LETTERS_INTERVAL = Duration.ofSeconds(2);

  /**
   * Time without new articles after which all count as arrived: longer than one article takes on a
   * busy machine.
   */
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(6);

  /** Time limit for the first round, after which the report shows what has arrived. */
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final DeskClient desk;
  private final io.keeling.app.deadletter.DeadLetterLog deadLetters;
  private final Terminal terminal;
  private final UntilInterrupted end;

  ArrivalWatch(
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
   * Returns the last count, once all articles have arrived or no more arrive; null if the end was
   * requested before.
   */
  @Nullable DemoTally untilQuiet(int expected) throws InterruptedException {
    Instant start = Instant.now();
    Instant changed = start;
    Instant counted = Instant.EPOCH;
    long articles = -1;
    long letters = 0;
    while (!end.await(POLL_INTERVAL)) {
      try {
        long now = DemoTally.articles(desk);
        long lettersNow = letters;
        if (Duration.between(counted, Instant.now()).compareTo(LETTERS_INTERVAL) >= 0) {
          lettersNow = DemoTally.letters(deadLetters).values().stream().mapToLong(n -> n).sum();
          counted = Instant.now();
        }
        if (now != articles || lettersNow != letters) {
          changed = Instant.now();
        }
        articles = now;
        letters = lettersNow;
        terminal.show("%d of %d articles, %d dead letters ...".formatted(now, expected, letters));
      } catch (IOException e) {
        terminal.show("Waiting for the desk ...");
      }
      boolean quiet = Duration.between(changed, Instant.now()).compareTo(IDLE_TIMEOUT) > 0;
      boolean late = Duration.between(start, Instant.now()).compareTo(LONGEST) > 0;
      DemoTally whole = late || (quiet && articles >= expected) ? tally() : null;
      if (whole != null) {
        return whole;
      }
    }
    return articles < 0 ? null : tally();
  }

  private @Nullable DemoTally tally() throws InterruptedException {
    try {
      return DemoTally.take(desk, deadLetters);
    } catch (IOException e) {
      terminal.show("Waiting for the desk ...");
      return null;
    }
  }
}
