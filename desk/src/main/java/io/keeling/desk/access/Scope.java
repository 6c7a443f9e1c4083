package io.keeling.desk.access;

import java.util.Locale;
import java.util.Optional;

/**
 * The scope of a token: what a program may do, within the rights of the account. Each scope
 * includes those before it.
 */
public enum Scope {
  READ(Role.READER),
  WRITE(Role.EDITOR),
  OPERATE(Role.OPERATOR);

  private final Role most;

  Scope(Role most) {
    this.most = most;
  }

  /** The name used in database, pages and API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a role has all rights of this scope. */
  public boolean fits(Role role) {
    return role.may(most);
  }

  /** Limits a role to this scope. */
  public Role within(Role role) {
    return fits(role) ? most : role;
  }

  /** The scope stored in a row; the lowest one if the name is unknown. */
  public static Scope stored(String code) {
    return of(code).orElse(READ);
  }

  /** The scope with this code; empty if there is none. */
  public static Optional<Scope> of(String code) {
    return switch (code) {
      case "read" -> Optional.of(READ);
      case "write" -> Optional.of(WRITE);
      case "operate" -> Optional.of(OPERATE);
      default -> Optional.empty();
    };
  }
}
