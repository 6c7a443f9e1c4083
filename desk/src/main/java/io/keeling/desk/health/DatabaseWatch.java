package io.keeling.desk.health;

import io.keeling.desk.database.Database;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the database answers the desk, as a thread of its own finds it out: who asks for health
 * waits for nothing. Threads may share it.
 */
final class DatabaseWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

  /** How long after an answer the database is asked again. Chosen: a probe asks every 5 s. */
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** How long an answer may take before the database counts as away. Chosen, likewise. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final long IDLE = Long.MIN_VALUE;

  private static final List<String> AWAY = List.of("the database does not answer");

  private final Database database;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private volatile List<String> problems;

  /** When it was asked what has no answer yet; {@link #IDLE} where nothing is under way. */
  private volatile long asked = IDLE;

  private DatabaseWatch(Database database, List<String> problems) {
    this.database = database;
    this.problems = problems;
    this.thread = new Thread(this::watch, "keeling-desk-database-watch");
    thread.setDaemon(true);
  }

  /** Starts asking. A database without a connection counts as away until it answers. */
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
    } catch (RuntimeException e) { // else the thread would end, and the state stay as it is
      LOG.debug("the database cannot be asked", e);
      return AWAY;
    }
  }

  /** What keeps the desk from answering, one line each; empty if nothing does. */
  List<String> problems() {
    long since = asked;
    List<String> last = problems;
    return last.isEmpty() && since != IDLE && System.nanoTime() - since > PATIENCE.toNanos()
        ? AWAY
        : last;
  }

  /** Stops asking. */
  @Override
  public void close() {
    closing.countDown();
  }
}
