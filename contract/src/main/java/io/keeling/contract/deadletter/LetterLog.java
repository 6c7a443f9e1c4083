package io.keeling.contract.deadletter;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/**
 * Log lines about dead letters, which may come by the thousand: the first of a stage and reason has
 * a line, and those that follow within a minute are one line with their number. All of them are in
 * {@code keeling.dead-letters}. Threads may share it.
 */
public final class LetterLog {

  /** Between two lines of one stage and reason. Chosen: an hour of a fault is 60 lines. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** Stages and reasons told apart at a time, of some forty that there are. Chosen. */
  private static final int MOST = 100;

  /** Under which the rest counts, should there be more. */
  private static final String OTHERS = "of other reasons";

  private final Logger log;
  private final Executor later;

  /** What has come of each kind since its last line. */
  private final Map<String, Waiting> waiting = new HashMap<>();

  /** Letters that have no line yet; the last of them. */
  private static final class Waiting {
    private long letters;
    private String last = "";
  }

  /**
   * @param log gets the lines, as warnings
   */
  public LetterLog(Logger log) {
    this(log, CompletableFuture.delayedExecutor(PAUSE.toSeconds(), TimeUnit.SECONDS));
  }

  /**
   * @param later runs a task when the pause is over
   */
  LetterLog(Logger log, Executor later) {
    this.log = log;
    this.later = later;
  }

  /** Tells of a letter, now or with those that come within the pause. */
  public void tell(DeadLetter letter) {
    String kind = letter.stage().name().toLowerCase(Locale.ROOT) + " " + letter.reason();
    Origin origin = letter.origin(); // without its key, which may be anything
    String line =
        "of %s-%d@%d: %s"
            .formatted(origin.topic(), origin.partition(), origin.offset(), letter.message());
    synchronized (waiting) {
      if (waiting.size() >= MOST && !waiting.containsKey(kind)) {
        kind = OTHERS;
      }
      Waiting others = waiting.get(kind);
      if (others != null) {
        others.letters++;
        others.last = line;
        return;
      }
      waiting.put(kind, new Waiting());
    }
    log.warn("Dead letter {} {}", kind, line);
    afterPause(kind);
  }

  private void afterPause(String kind) {
    later.execute(() -> tellOfTheRest(kind));
  }

  private void tellOfTheRest(String kind) {
    Waiting others;
    synchronized (waiting) {
      others = waiting.remove(kind);
      if (others == null || others.letters == 0) {
        return;
      }
      waiting.put(kind, new Waiting());
    }
    log.warn("{} more dead letters {}, the last {}", others.letters, kind, others.last);
    afterPause(kind);
  }
}
