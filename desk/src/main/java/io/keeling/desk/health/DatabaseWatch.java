package io.keeling.desk.health;

import io.keeling.desk.database.Database;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks on a thread of its own whether the database answers, so that health checks never wait.
 * Threads may share it.
 */
final class DatabaseWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

  /**
   * Pause between an answer and the next check. Probes come every 5 s, so each of them gets a new
   * answer.
   */
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /**
   * Time to wait for an answer before the database counts as down. With the pause, it is less than
   * the 5 s between two probes.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final long IDLE = Long.MIN_VALUE;

  private static final List<String> AWAY = List.of("the database does not answer");

  private final Database database;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private volatile List<String> problems;

  /** When the check in progress began; {@link #IDLE} between checks. */
  private volatile long asked = IDLE;

  private DatabaseWatch(Database database, List<String> problems) {
    this.database = database;
    this.problems = problems;
    this.thread = new Thread(this::watch, "keeling-desk-database-watch");
    thread.setDaemon(true);
  }

  /** Starts checking. Until the first answer, a pool without a connection counts as down. */
  static DatabaseWatch start(Database database) {
    DatabaseWatch watch =
        new DatabaseWatch(database, database.isConnected() ? database.problems() : AWAY);
    watch.thread.start();
    return watch;
  }

  private void watch() {
    try {
      do {
        asked = System.nanoTime();
        problems = ask();
        asked = IDLE;
      } while (!closing.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> ask() {
    try {
      return database.problems();
    } catch (RuntimeException e) { // otherwise the watch would end
      LOG.debug("the database cannot be asked", e);
      return AWAY;
    }
  }

  /** Why the desk cannot answer, one line each; empty if it can. */
  List<String> problems() {
    long since = asked;
    List<String> last = problems;
    return last.isEmpty() && since != IDLE && System.nanoTime() - since > PATIENCE.toNanos()
        ? AWAY
        : last;
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
