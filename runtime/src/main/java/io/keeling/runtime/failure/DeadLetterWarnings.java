package io.keeling.runtime.failure;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.RecordOrigin;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/**
 * Logs dead letters, of which there may be thousands. The first of each stage and reason gets its
 * own line. Those of the following minute share one line that states their number. All dead letters
 * are in {@code keeling.dead-letters}. Thread-safe.
 */
public final class DeadLetterWarnings {

  /**
   * Pause between two lines of one stage and reason, so that a lasting fault logs at most 60 lines
   * an hour.
   */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** Maximum number of stages and reasons with separate lines. About forty exist. */
  private static final int MOST = 100;

  /** Name under which all further stages and reasons are logged. */
  private static final String OTHERS = "other reasons";

  private final Logger log;
  private final Executor later;

  /** Dead letters of each kind since the last line about that kind. */
  private final Map<String, Pending> pending = new HashMap<>();

  private static final class Pending {
    private long letters;
    private String last = "";
  }

  /**
   * @param log gets the lines, as warnings
   */
  public DeadLetterWarnings(Logger log) {
    this(log, CompletableFuture.delayedExecutor(PAUSE.toSeconds(), TimeUnit.SECONDS));
  }

  /**
   * @param later runs a task after the pause
   */
  DeadLetterWarnings(Logger log, Executor later) {
    this.log = log;
    this.later = later;
  }

  /** Logs a dead letter, either at once or in one line with the others of the pause. */
  public void tell(DeadLetter letter) {
    String kind = letter.stage().name().toLowerCase(Locale.ROOT) + " " + letter.reason();
    RecordOrigin origin = letter.origin(); // without its key, which may be anything
    String line =
        "of %s-%d@%d: %s"
            .formatted(origin.topic(), origin.partition(), origin.offset(), letter.message());
    synchronized (pending) {
      if (pending.size() >= MOST && !pending.containsKey(kind)) {
        kind = OTHERS;
      }
      Pending others = pending.get(kind);
      if (others != null) {
        others.letters++;
        others.last = line;
        return;
      }
      pending.put(kind, new Pending());
    }
    log.warn("Dead letter ({}) {}", kind, line);
    afterPause(kind);
  }

  private void afterPause(String kind) {
    later.execute(() -> tellOfTheRest(kind));
  }

  private void tellOfTheRest(String kind) {
    Pending others;
    synchronized (pending) {
      others = pending.remove(kind);
      if (others == null || others.letters == 0) {
        return;
      }
      pending.put(kind, new Pending());
    }
    log.warn("{} more dead letters ({}), the last {}", others.letters, kind, others.last);
    afterPause(kind);
  }
}
