package io.keeling.desk.access.store;

import io.keeling.storage.DatabaseFailure.Kind;
import io.keeling.storage.SqlFailures;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a one-time link for the first operator when a desk starts that has no operator, as soon as
 * the database is there, and says it once. It has a thread until then, or until it is closed.
 */
public final class FirstOperator implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FirstOperator.class);

  /** How soon it is tried again where the database is away. Chosen. */
  private static final long PAUSE_SECONDS = 2;

  private final Invitations invitations;
  private final Consumer<String> saying;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread daemon = new Thread(work, "keeling-first-operator");
            daemon.setDaemon(true);
            return daemon;
          });

  private FirstOperator(Invitations invitations, Consumer<String> saying) {
    this.invitations = invitations;
    this.saying = saying;
  }

  /**
   * Begins to try.
   *
   * @param saying what is done with the secret of the link
   */
  public static FirstOperator start(Invitations invitations, Consumer<String> saying) {
    FirstOperator first = new FirstOperator(invitations, saying);
    first.thread.execute(first::attempt);
    return first;
  }

  private void attempt() {
    try {
      invitations.first().ifPresent(saying);
      thread.shutdown();
    } catch (JdbiException e) {
      if (SqlFailures.of(e).kind() == Kind.RIGHT) {
        LOG.warn(
            "nobody can sign in: the database user of the desk may not write the tables of accounts;"
                + " docs/security.md shows which rights it needs");
        thread.shutdown();
      } else {
        LOG.debug("no link for a first operator yet", e);
        again();
      }
    }
  }

  /** After a pause, unless it was closed meanwhile. */
  private void again() {
    if (!thread.isShutdown()) {
      var unused = thread.schedule(this::attempt, PAUSE_SECONDS, TimeUnit.SECONDS);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
