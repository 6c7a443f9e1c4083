package io.keeling.desk.accounts.store;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.config.AccessConfig;
import io.keeling.desk.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;

/**
 * Sessions of signed-in people. Threads may share it; it passes on what the database throws.
 *
 * <p>Only a digest of a session's secret is stored. An account has at most {@value #MOST} sessions;
 * one more ends the session that has been idle for longest.
 */
public final class Sessions {

  /** Maximum number of sessions of one account: more than anybody has browsers. */
  static final int MOST = 20;

  /** Shortest time between two updates of the time at which a session was last used. */
  private static final Duration GRAIN = Duration.ofMinutes(1);

  /**
   * Length to which User-Agent headers are cut, in characters. The browser and the system are named
   * before that.
   */
  private static final int LONGEST_BROWSER = 200;

  private final Database database;
  private final AccessConfig config;

  public Sessions(Database database, AccessConfig config) {
    this.database = database;
    this.config = config;
  }

  /**
   * A session as its owner sees it.
   *
   * @param browser the browser's User-Agent header
   * @param current whether the request belongs to it
   */
  public record Listed(
      long id, Instant createdAt, Instant seenAt, String browser, boolean current) {}

  /**
   * Begins a session.
   *
   * @param browser the browser's User-Agent header
   * @return its secret
   */
  public String begin(Account account, String browser) {
    String secret = Secrets.make();
    database.change(
        handle -> {
          prune(handle, account);
          handle
              .createUpdate(
                  """
                  INSERT INTO account_session (digest, account, expires_at, browser)
                  VALUES (:digest, :account, now() + make_interval(secs => :seconds), :browser)
                  """)
              .bind("digest", Secrets.digest(secret))
              .bind("account", account.id())
              .bind("seconds", (double) config.sessionLength().toSeconds())
              .bind("browser", io.keeling.contract.text.PlainText.line(browser, LONGEST_BROWSER))
              .execute();
          AuditLog.add(handle, account, "session.begin", account.name());
          return true;
        });
    return secret;
  }

  private void prune(Handle handle, Account account) {
    handle
        .createUpdate(
            """
            DELETE FROM account_session WHERE expires_at < now()
              OR seen_at < now() - make_interval(secs => :idle)
              OR id IN (SELECT id FROM account_session WHERE account = :account
                        ORDER BY seen_at DESC, id DESC OFFSET :kept)
            """)
        .bind("idle", idleSeconds())
        .bind("account", account.id())
        .bind("kept", MOST - 1)
        .execute();
  }

  private record Found(@Nested Account account, boolean worn) {}

  /**
   * Returns the account of a session, and marks the session as used; empty if the session has
   * expired or its account is closed.
   */
  public Optional<Account> find(String secret) {
    byte[] digest = Secrets.digest(secret);
    Optional<Found> found = look(digest);
    found
        .filter(Found::worn)
        .ifPresent(
            worn ->
                database.change(
                    handle ->
                        handle
                            .createUpdate(
                                "UPDATE account_session SET seen_at = now() WHERE digest = :digest")
                            .bind("digest", digest)
                            .execute()));
    return found.map(Found::account);
  }

  /** The account of a session, without marking it as used. */
  public Optional<Account> holder(String secret) {
    return look(Secrets.digest(secret)).map(Found::account);
  }

  private Optional<Found> look(byte[] digest) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                        SELECT a.id, a.name, a.role,
                          s.seen_at < now() - make_interval(secs => :grain) AS worn
                        FROM account_session s JOIN account a ON a.id = s.account
                        WHERE s.digest = :digest AND s.expires_at > now() AND a.closed_at IS NULL
                          AND s.seen_at > now() - make_interval(secs => :idle)
                        """)
                .bind("grain", (double) GRAIN.toSeconds())
                .bind("digest", digest)
                .bind("idle", idleSeconds())
                .mapTo(Found.class)
                .findOne());
  }

  /** The account's sessions that have not expired, most recently used first. */
  public List<Listed> of(Account account, String current) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, created_at, seen_at, browser, digest = :current AS current
                    FROM account_session WHERE account = :account AND expires_at > now()
                      AND seen_at > now() - make_interval(secs => :idle)
                    ORDER BY seen_at DESC, id DESC
                    """)
                .bind("current", Secrets.digest(current))
                .bind("account", account.id())
                .bind("idle", idleSeconds())
                .mapTo(Listed.class)
                .list());
  }

  /** Ends the session with this secret, if there is one. */
  public void end(Account account, String secret) {
    database.change(
        handle -> {
          int ended =
              handle
                  .createUpdate("DELETE FROM account_session WHERE digest = :digest")
                  .bind("digest", Secrets.digest(secret))
                  .execute();
          if (ended > 0) {
            AuditLog.add(handle, account, "session.end", account.name());
          }
          return ended;
        });
  }

  /** Ends a session of an account; false if there is no such session. */
  public boolean end(Account account, long id) {
    return database.change(
        handle -> {
          int ended =
              handle
                  .createUpdate("DELETE FROM account_session WHERE id = :id AND account = :account")
                  .bind("id", id)
                  .bind("account", account.id())
                  .execute();
          if (ended > 0) {
            AuditLog.add(handle, account, "session.end", account.name());
          }
          return ended > 0;
        });
  }

  /** Ends the other sessions of an account. */
  public void endOthers(Account account, String kept) {
    database.change(
        handle -> {
          int ended =
              handle
                  .createUpdate(
                      "DELETE FROM account_session WHERE account = :account AND digest <> :kept")
                  .bind("account", account.id())
                  .bind("kept", Secrets.digest(kept))
                  .execute();
          if (ended > 0) {
            AuditLog.add(handle, account, "session.end-others", account.name());
          }
          return ended;
        });
  }

  /** Ends all sessions of an account within a transaction. */
  static void endAll(Handle handle, long account) {
    handle
        .createUpdate("DELETE FROM account_session WHERE account = :account")
        .bind("account", account)
        .execute();
  }

  private double idleSeconds() {
    return config.sessionIdle().toSeconds();
  }
}
