package io.keeling.desk.access.store;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.Role;
import io.keeling.desk.store.Database;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One-time links by which somebody sets a password: the first operator, who is new, or whom an
 * operator invites. Threads may share it; what the database throws goes through.
 *
 * <p>Each holds for {@link #LASTS}, once, and of its secret only a digest is kept.
 */
public final class Invitations {

  /** Chosen: an invitation that is sent in the evening is there in the morning. */
  public static final Duration LASTS = Duration.ofDays(1);

  /** So that no two links make two first operators: any number that nobody else locks. */
  private static final long FIRST_OPERATOR_LOCK = 0x6b65656c;

  /** Who can look after accounts: while nobody can, there are links for a first operator. */
  private static final String OPERATORS =
      """
      (SELECT FROM account WHERE role = 'operator' AND closed_at IS NULL
        AND (password IS NOT NULL OR issuer <> 'local'))
      """;

  /** Links for a first operator that hold at a time: one for each desk that starts. */
  private static final int MOST_FIRST = 20;

  private final Database database;

  public Invitations(Database database) {
    this.database = database;
  }

  /**
   * Whom a link is for.
   *
   * @param account none where it is for the first operator, who has no account yet
   */
  public record Invited(@Nullable Account account) {}

  /** What became of a link that was used. */
  public sealed interface Outcome {
    /** The password is set. */
    record Accepted(Account account) implements Outcome {}

    /** It was used, is too old, or never was. */
    record Gone() implements Outcome {}

    /** Another account has that name. */
    record Taken() implements Outcome {}
  }

  /** The secret of a link for the first operator; nothing while there is an operator. */
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

  /** Makes an invitation in the transaction of a change; those before it hold no longer. */
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

  /** Whom a secret invites; nothing where it holds no longer. */
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
   * Uses an invitation up: sets the password, ends all sessions of the account.
   *
   * @param name that of the first operator, of no effect for others
   * @param kept what is kept of the password
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
