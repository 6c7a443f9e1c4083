package io.keeling.desk.access.store;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.Role;
import io.keeling.desk.store.Database;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;

/**
 * Accounts of people who sign in elsewhere: at a proxy in front of the desk, or at an issuer of
 * OpenID Connect. They are made when such a person first comes. Threads may share it; what the
 * database throws goes through.
 */
public final class FederatedAccounts {

  /** The issuer of accounts whose people a proxy names. */
  public static final String PROXY = "proxy";

  /** Longest subject of an account (OpenID Connect Core 1.0, section 2). */
  private static final int LONGEST_SUBJECT = 255;

  private final Database database;
  private final Role newcomers;

  /**
   * @param newcomers the role of an account that is made, where the issuer does not say
   */
  public FederatedAccounts(Database database, Role newcomers) {
    this.database = database;
    this.newcomers = newcomers;
  }

  /**
   * A person as a proxy or an issuer of OpenID Connect knows them.
   *
   * @param issuer {@link #PROXY}, or the address of the issuer
   * @param subject what the issuer calls the person, for ever the same
   * @param name what the account is to be called
   * @param role the role that the issuer says, which counts each time; nothing where operators of
   *     the desk decide
   */
  public record Person(String issuer, String subject, String name, Optional<Role> role) {}

  /** The account of a person; nothing where it is closed, or its name is another's or none. */
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
