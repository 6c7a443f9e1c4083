package io.keeling.desk.accounts.store;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.access.Role;
import io.keeling.desk.database.Database;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/**
 * Changes to accounts by operators and by their owners, each recorded in the audit log. Threads may
 * share it; it passes on what the database throws.
 */
public final class Management {

  /**
   * Key of the advisory lock that keeps two operators from demoting each other at the same time. An
   * arbitrary number.
   */
  private static final long OPERATORS_LOCK = 0x6b65656d;

  private final Database database;

  public Management(Database database) {
    this.database = database;
  }

  public sealed interface Outcome {
    record Done() implements Outcome {}

    /**
     * The change is done, and a link was made.
     *
     * @param secret the link's secret, which is not stored
     */
    record Linked(Account account, String secret) implements Outcome {}

    /** There is no such account, the name is taken, or the account signs in elsewhere. */
    record Impossible() implements Outcome {}

    /** The change would leave the desk without an operator. */
    record LastOperator() implements Outcome {}
  }

  /** Adds an account, and makes a link to set its password. */
  public Outcome invite(Account actor, String name, Role role) {
    return database.change(
        handle ->
            Accounts.add(handle, name, role, Accounts.LOCAL, null)
                .<Outcome>map(
                    account -> {
                      AuditLog.add(handle, actor, "account.add", name + ", " + role.code());
                      return new Outcome.Linked(account, Invitations.make(handle, account));
                    })
                .orElseGet(Outcome.Impossible::new));
  }

  /** Makes a new link for a local account; the old password works until the link is used. */
  public Outcome link(Account actor, long id) {
    return change(
        id,
        "AND issuer = 'local' AND closed_at IS NULL",
        (handle, account) -> {
          AuditLog.add(handle, actor, "account.link", account.name());
          return new Outcome.Linked(account, Invitations.make(handle, account));
        });
  }

  /** Changes an account's role; takes effect at once for all its sessions and tokens. */
  public Outcome role(Account actor, long id, Role role) {
    return changeOpen(
        id,
        (handle, account) -> {
          if (role != Role.OPERATOR && isLastOperator(handle, account)) {
            return new Outcome.LastOperator();
          }
          handle.execute("UPDATE account SET role = ? WHERE id = ?", role.code(), id);
          AuditLog.add(
              handle,
              actor,
              "account.role",
              "%s, %s to %s".formatted(account.name(), account.role().code(), role.code()));
          return new Outcome.Done();
        });
  }

  /**
   * Closes an account: ends its sessions and deletes its tokens and links, but no audit entries.
   */
  public Outcome close(Account actor, long id) {
    return changeOpen(
        id,
        (handle, account) -> {
          if (isLastOperator(handle, account)) {
            return new Outcome.LastOperator();
          }
          handle.execute("UPDATE account SET closed_at = now() WHERE id = ?", id);
          Sessions.endAll(handle, id);
          handle.execute("DELETE FROM account_token WHERE account = ?", id);
          handle.execute("DELETE FROM account_invitation WHERE account = ?", id);
          AuditLog.add(handle, actor, "account.close", account.name());
          return new Outcome.Done();
        });
  }

  /** Reopens a closed account with its former role. */
  public Outcome reopen(Account actor, long id) {
    return change(
        id,
        "AND closed_at IS NOT NULL",
        (handle, account) -> {
          handle.execute("UPDATE account SET closed_at = NULL WHERE id = ?", id);
          AuditLog.add(handle, actor, "account.reopen", account.name());
          return new Outcome.Done();
        });
  }

  /**
   * Changes an account, if it exists and meets the condition.
   *
   * @param condition SQL from this class
   */
  private Outcome change(long id, String condition, BiFunction<Handle, Account, Outcome> change) {
    return database.change(handle -> change(handle, id, condition, change));
  }

  /** Changes an open account, holding the lock on operators. */
  private Outcome changeOpen(long id, BiFunction<Handle, Account, Outcome> change) {
    return database.change(
        handle -> {
          lock(handle);
          return change(handle, id, "AND closed_at IS NULL", change);
        });
  }

  private static Outcome change(
      Handle handle, long id, String condition, BiFunction<Handle, Account, Outcome> change) {
    return find(handle, id, condition)
        .map(account -> change.apply(handle, account))
        .orElseGet(Outcome.Impossible::new);
  }

  /**
   * Changes the caller's own password, ends all sessions, and deletes links that could set another
   * password.
   *
   * @param before the hash of the old password, as it was when the typed password was checked
   * @param kept the hash of the new password
   * @return false if the password was changed or the account closed in the meantime
   */
  public boolean password(Account account, String before, String kept) {
    return database.change(
        handle -> {
          int changed =
              handle.execute(
                  """
                  UPDATE account SET password = ?
                  WHERE id = ? AND password = ? AND issuer = 'local' AND closed_at IS NULL
                  """,
                  kept,
                  account.id(),
                  before);
          if (changed > 0) {
            Sessions.endAll(handle, account.id());
            handle.execute("DELETE FROM account_invitation WHERE account = ?", account.id());
            AuditLog.add(handle, account, "account.password", account.name());
          }
          return changed > 0;
        });
  }

  /**
   * @param condition SQL from this class
   */
  private static Optional<Account> find(Handle handle, long id, String condition) {
    return handle
        .createQuery("SELECT id, name, role FROM account WHERE id = :id " + condition)
        .bind("id", id)
        .mapTo(Account.class)
        .findOne();
  }

  /** Providers may be down, so one operator with a local password must remain. */
  private static boolean isLastOperator(Handle handle, Account account) {
    return account.role() == Role.OPERATOR
        && handle
            .createQuery(
                """
                SELECT NOT EXISTS (SELECT FROM account WHERE role = 'operator' AND id <> :id
                  AND closed_at IS NULL AND password IS NOT NULL)
                """)
            .bind("id", account.id())
            .mapTo(Boolean.class)
            .one();
  }

  private static void lock(Handle handle) {
    handle
        .createQuery("SELECT pg_advisory_xact_lock(:lock)::text")
        .bind("lock", OPERATORS_LOCK)
        .mapTo(String.class)
        .one();
  }
}
