package io.keeling.desk.running;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.Role;
import io.keeling.desk.access.Scope;
import io.keeling.desk.accounts.store.Accounts;
import io.keeling.desk.accounts.store.PasswordHashes;
import io.keeling.desk.accounts.store.Sessions;
import io.keeling.desk.database.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;

/** People with accounts at a desk, all with the same password. */
public final class Staff implements AutoCloseable {

  public static final String PASSWORD = "ebb and flow at the weir";

  private static final String KEPT = new PasswordHashes().keep(PASSWORD).orElseThrow();

  private final Database database;
  private final Sessions sessions;

  public Staff(RunningDesk desk) {
    this.database =
        Database.open(desk.database(), new SimpleMeterRegistry())
            .withCodes(Role.class, Role::stored)
            .withCodes(Scope.class, Scope::stored);
    this.sessions = new Sessions(database, desk.config().access());
  }

  /** The database behind the accounts. */
  public Database database() {
    return database;
  }

  /** Somebody with a role, made when first asked for. */
  public Account of(String name, Role role) {
    return database.change(
        handle -> {
          handle.execute(
              "INSERT INTO account (name, role, password) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
              name,
              role.code(),
              KEPT);
          return new Account(
              handle
                  .createQuery("SELECT id FROM account WHERE name = :name")
                  .bind("name", name)
                  .mapTo(Long.class)
                  .one(),
              name,
              role);
        });
  }

  /** The secret of a new session of somebody. */
  public String session(Account account) {
    return sessions.begin(account, "a test");
  }

  /** The first column of what a query finds, in its order. */
  public List<String> stored(String query) {
    return database.read(handle -> handle.createQuery(query).mapTo(String.class).list());
  }

  /** An account by its name, if it has a password. */
  public Optional<Accounts.WithPassword> find(String name) {
    return new Accounts(database).local(name);
  }

  @Override
  public void close() {
    database.close();
  }
}
