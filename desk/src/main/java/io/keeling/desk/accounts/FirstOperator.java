package io.keeling.desk.accounts;

import io.keeling.desk.accounts.store.Invitations;
import io.keeling.desk.database.Database;
import io.keeling.storage.DatabaseFailure.Kind;
import io.keeling.storage.SqlFailures;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes and logs a one-time link for the first operator when a desk starts without one. It waits
 * for the database on a thread of its own. The thread ends once the link is made or {@link #close}
 * is called.
 */
public final class FirstOperator implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FirstOperator.class);

  /**
   * Seconds until the next attempt while the database is unavailable. Short, since somebody waits
   * for the link.
   */
  private static final long PAUSE_SECONDS = 2;

  private final Invitations invitations;
  private final String baseUrl;
  private final CompletableFuture<FirstLink> link = new CompletableFuture<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread daemon = new Thread(work, "keeling-first-operator");
            daemon.setDaemon(true);
            return daemon;
          });

  private FirstOperator(Database database, String baseUrl) {
    this.invitations = new Invitations(database);
    this.baseUrl = baseUrl;
  }

  /**
   * Starts the thread.
   *
   * @param baseUrl the desk's public address without a trailing slash
   */
  public static FirstOperator start(Database database, String baseUrl) {
    FirstOperator first = new FirstOperator(database, baseUrl);
    first.thread.execute(first::attempt);
    return first;
  }

  /** The link, once it exists; never completed if the desk has an operator. */
  public CompletionStage<FirstLink> link() {
    return link.minimalCompletionStage();
  }

  private void attempt() {
    try {
      invitations.first().ifPresent(this::invite);
      thread.shutdown();
    } catch (JdbiException e) {
      if (SqlFailures.of(e).kind() == Kind.RIGHT) {
        LOG.warn(
            "nobody can sign in: the desk's database user cannot write the account tables;"
                + " docs/security.md shows which rights it needs");
        thread.shutdown();
      } else {
        LOG.debug("there is no link for a first operator yet", e);
        again();
      }
    }
  }

  /** Logs the link. Whoever can read the log of the first start is trusted to be the operator. */
  private void invite(String secret) {
    String address = baseUrl + WelcomePage.PATH + "?link=" + secret;
    LOG.info(
        "the desk has no operator yet; set up the first operator within {} hours at {}",
        Invitations.LASTS.toHours(),
        address);
    link.complete(new FirstLink(address, Instant.now().plus(Invitations.LASTS)));
  }

  /** Tries again after a pause, unless closed meanwhile. */
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
