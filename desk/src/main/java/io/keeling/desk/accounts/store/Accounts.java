package io.keeling.desk.accounts.store;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.Role;
import io.keeling.desk.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/** The accounts of the desk. Threads may share it; it passes on what the database throws. */
public final class Accounts {

  /** The issuer of accounts whose password the desk keeps. */
  public static final String LOCAL = "local";

  /** Maximum number of accounts on the page; a newsroom has a few hundred. */
  private static final int MOST_SHOWN = 1_000;

  private final Database database;

  public Accounts(Database database) {
    this.database = database;
  }

  /**
   * An account with its password hash.
   *
   * @param kept the hash; null if the account has no password yet, or signs in elsewhere
   */
  public record WithPassword(@Nested Account account, @Nullable String kept) {}

  /**
   * An account as operators see it.
   *
   * @param issuer who confirms the person's identity
   * @param seenAt when a session of the account was last used, null if it has no session
   */
  public record Listed(
      @Nested Account account,
      String issuer,
      Instant createdAt,
      @Nullable Instant seenAt,
      boolean invited,
      boolean closed) {}

  /** An account that may sign in with a password. */
  public Optional<WithPassword> local(String name) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, name, role, password AS kept FROM account
                    WHERE name = :name AND issuer = 'local' AND closed_at IS NULL
                    """)
                .bind("name", name)
                .mapTo(WithPassword.class)
                .findOne());
  }

  /** The first {@value #MOST_SHOWN} accounts, by name. */
  public List<Listed> all() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, name, role, issuer, created_at, closed_at IS NOT NULL AS closed,
                      (SELECT max(seen_at) FROM account_session s WHERE s.account = a.id) AS seen_at,
                      issuer = 'local' AND password IS NULL AS invited
                    FROM account a ORDER BY name LIMIT :most
                    """)
                .bind("most", MOST_SHOWN)
                .mapTo(Listed.class)
                .list());
  }

  /**
   * Adds an account from an issuer, or one that is invited to set a password.
   *
   * @param issuer who confirms the person's identity
   * @param subject the person's id at the issuer, null for a local account
   * @return empty if the name is taken
   */
  static Optional<Account> add(
      Handle handle, String name, Role role, String issuer, @Nullable String subject) {
    return handle
        .createQuery(
            """
            INSERT INTO account (name, role, issuer, subject)
            VALUES (:name, :role, :issuer, :subject)
            ON CONFLICT DO NOTHING RETURNING id, name, role
            """)
        .bind("name", name)
        .bind("role", role.code())
        .bind("issuer", issuer)
        .bind("subject", subject)
        .mapTo(Account.class)
        .findOne();
  }
}
