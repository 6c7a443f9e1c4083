package io.keeling.desk.accounts.store;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.access.Role;
import io.keeling.desk.database.Database;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One-time links to set a password: for the first operator, or for people whom an operator invites.
 * Threads may share it; it passes on what the database throws.
 *
 * <p>Each link works once and expires after {@link #LASTS}; only a digest of its secret is stored.
 */
public final class Invitations {

  /** How long a link works: one sent in the evening still works in the morning. */
  public static final Duration LASTS = Duration.ofDays(1);

  /** Key of the advisory lock that prevents two first operators. An arbitrary number. */
  private static final long FIRST_OPERATOR_LOCK = 0x6b65656c;

  /**
   * SQL for the open accounts of operators. Links for a first operator exist only while there is no
   * such account.
   */
  private static final String OPERATORS =
      """
      (SELECT FROM account WHERE role = 'operator' AND closed_at IS NULL
        AND (password IS NOT NULL OR issuer <> 'local'))
      """;

  /** Maximum number of valid links for a first operator: each desk that starts makes a link. */
  private static final int MOST_FIRST = 20;

  private final Database database;

  public Invitations(Database database) {
    this.database = database;
  }

  /**
   * The account of a link.
   *
   * @param account null for the first operator, who has no account yet
   */
  public record Invited(@Nullable Account account) {}

  /** The result of using a link. */
  public sealed interface Outcome {
    record Accepted(Account account) implements Outcome {}

    /** The link was used, has expired, or never existed. */
    record Gone() implements Outcome {}

    record Taken() implements Outcome {}
  }

  /** The secret of a new link for the first operator; empty if there is an operator. */
  public Optional<String> first() {
    return database.change(
        handle -> {
          if (anyOperator(handle)) {
            return Optional.empty();
          }
          handle.execute(
              """
              DELETE FROM account_invitation WHERE account IS NULL AND digest NOT IN
                (SELECT digest FROM account_invitation WHERE account IS NULL AND expires_at > now()
                 ORDER BY created_at DESC LIMIT ?)
              """,
              MOST_FIRST - 1);
          return Optional.of(add(handle, null));
        });
  }

  /** Makes an invitation within a transaction. It replaces earlier invitations of the account. */
  static String make(Handle handle, Account account) {
    handle.execute(
        "DELETE FROM account_invitation WHERE account = ? OR expires_at < now()", account.id());
    return add(handle, account.id());
  }

  private static String add(Handle handle, @Nullable Long account) {
    String secret = Secrets.make();
    handle
        .createUpdate(
            """
            INSERT INTO account_invitation (digest, account, expires_at)
            VALUES (:digest, :account, now() + make_interval(secs => :seconds))
            """)
        .bind("digest", Secrets.digest(secret))
        .bind("account", account)
        .bind("seconds", (double) LASTS.toSeconds())
        .execute();
    return secret;
  }

  /** The account that a link's secret invites; empty if the link has expired. */
  public Optional<Invited> find(String secret) {
    return database.read(handle -> find(handle, secret));
  }

  private static Optional<Invited> find(Handle handle, String secret) {
    return handle
        .createQuery(
            """
            SELECT a.id, a.name, a.role FROM account_invitation i LEFT JOIN account a ON a.id = i.account
            WHERE i.digest = :digest AND i.expires_at > now() AND a.closed_at IS NULL
              AND (i.account IS NOT NULL OR NOT EXISTS %s)
            """
                .formatted(OPERATORS))
        .bind("digest", Secrets.digest(secret))
        .map(
            (row, context) ->
                new Invited(
                    row.getString("name") == null
                        ? null
                        : new Account(
                            row.getLong("id"),
                            row.getString("name"),
                            Role.ofAccount(row.getString("role")).orElse(Role.READER))))
        .findOne();
  }

  /**
   * Uses up an invitation: sets the password and ends all sessions of the account.
   *
   * @param name the first operator's name; ignored for others
   * @param kept the hash of the password
   */
  public Outcome accept(String secret, String name, String kept) {
    return database.change(
        handle -> {
          handle
              .createQuery("SELECT pg_advisory_xact_lock(:lock)::text")
              .bind("lock", FIRST_OPERATOR_LOCK)
              .mapTo(String.class)
              .one();
          Optional<Invited> invited = find(handle, secret);
          if (invited.isEmpty()) {
            return new Outcome.Gone();
          }
          Account known = invited.get().account();
          Optional<Account> made =
              known != null
                  ? Optional.of(known)
                  : Accounts.add(handle, name, Role.OPERATOR, Accounts.LOCAL, null);
          if (made.isEmpty()) {
            return new Outcome.Taken();
          }
          Account account = made.get();
          handle.execute("DELETE FROM account_invitation WHERE account = ?", account.id());
          if (known == null) {
            handle.execute("DELETE FROM account_invitation WHERE account IS NULL");
          }
          handle.execute("UPDATE account SET password = ? WHERE id = ?", kept, account.id());
          Sessions.endAll(handle, account.id());
          AuditLog.add(
              handle,
              account,
              known == null ? "account.first" : "account.password",
              account.name());
          return new Outcome.Accepted(account);
        });
  }

  private static boolean anyOperator(Handle handle) {
    return handle.createQuery("SELECT EXISTS " + OPERATORS).mapTo(Boolean.class).one();
  }
}
