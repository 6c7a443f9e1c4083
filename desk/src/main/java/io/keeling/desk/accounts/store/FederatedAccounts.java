package io.keeling.desk.accounts.store;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.access.Role;
import io.keeling.desk.database.Database;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;

/**
 * Accounts of people who sign in at a proxy or an OpenID Connect provider, created at their first
 * sign-in. Threads may share it; it passes on what the database throws.
 */
public final class FederatedAccounts {

  /** The issuer of accounts named by a proxy. */
  public static final String PROXY = "proxy";

  /** Longest subject of an account, in characters (OpenID Connect Core 1.0, section 2). */
  private static final int LONGEST_SUBJECT = 255;

  private final Database database;
  private final Role newcomers;

  /**
   * @param newcomers the role of a new account if the issuer names no role
   */
  public FederatedAccounts(Database database, Role newcomers) {
    this.database = database;
    this.newcomers = newcomers;
  }

  /**
   * A person as a proxy or an OpenID Connect provider describes them.
   *
   * @param issuer {@link #PROXY}, or the address of the provider
   * @param subject the person's permanent id at the issuer
   * @param name the name of the account
   * @param role the role that the issuer names, applied at every sign-in; empty if operators of the
   *     desk set the role
   */
  public record Person(String issuer, String subject, String name, Optional<Role> role) {}

  /** The account of a person; empty if it is closed, or its name is invalid or taken. */
  public Optional<Account> of(Person person) {
    if (person.subject().isEmpty() || person.subject().length() > LONGEST_SUBJECT) {
      return Optional.empty();
    }
    Optional<Known> known = database.read(handle -> find(handle, person));
    if (known.isPresent() && known.get().agrees(person)) {
      return known.get().open();
    }
    Optional<String> name = Account.name(person.name());
    return name.isEmpty()
        ? Optional.empty()
        : database.change(handle -> settle(handle, person, name.get()));
  }

  private record Known(@Nested Account account, boolean closed) {

    boolean agrees(Person person) {
      return closed || person.role().isEmpty() || person.role().get() == account.role();
    }

    Optional<Account> open() {
      return closed ? Optional.empty() : Optional.of(account);
    }
  }

  private Optional<Account> settle(Handle handle, Person person, String name) {
    Optional<Account> added =
        Accounts.add(
            handle, name, person.role().orElse(newcomers), person.issuer(), person.subject());
    if (added.isPresent()) {
      AuditLog.add(
          handle,
          added.get(),
          "account.add",
          name + ", " + added.get().role().code() + ", by " + person.issuer());
      return added;
    }
    Optional<Account> known = find(handle, person).flatMap(Known::open);
    if (known.isEmpty() || person.role().isEmpty() || person.role().get() == known.get().role()) {
      return known;
    }
    Role role = person.role().get();
    handle.execute("UPDATE account SET role = ? WHERE id = ?", role.code(), known.get().id());
    AuditLog.add(
        handle,
        known.get(),
        "account.role",
        "%s, %s to %s, by %s"
            .formatted(
                known.get().name(), known.get().role().code(), role.code(), person.issuer()));
    return Optional.of(new Account(known.get().id(), known.get().name(), role));
  }

  private static Optional<Known> find(Handle handle, Person person) {
    return handle
        .createQuery(
            """
            SELECT id, name, role, closed_at IS NOT NULL AS closed FROM account
            WHERE issuer = :issuer AND subject = :subject
            """)
        .bind("issuer", person.issuer())
        .bind("subject", person.subject())
        .mapTo(Known.class)
        .findOne();
  }
}
