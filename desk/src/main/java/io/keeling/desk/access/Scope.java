package io.keeling.desk.access;

import java.util.Locale;
import java.util.Optional;

/**
 * What a token lets a program do, as far as the account behind it may. Each has those before it.
 */
public enum Scope {
  READ(Role.READER),
  WRITE(Role.EDITOR),
  OPERATE(Role.OPERATOR);

  private final Role most;

  Scope(Role most) {
    this.most = most;
  }

  /** How the database, pages and the API call it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it lets a program do no more than a role may. */
  public boolean fits(Role role) {
    return role.may(most);
  }

  /** What is left of a role. */
  public Role within(Role role) {
    return fits(role) ? most : role;
  }

  /** The scope that a row has; the least where a later release wrote one of its own. */
  public static Scope stored(String code) {
    return of(code).orElse(READ);
  }

  /** A scope by its code; nothing where there is none of that name. */
  public static Optional<Scope> of(String code) {
    return switch (code) {
      case "read" -> Optional.of(READ);
      case "write" -> Optional.of(WRITE);
      case "operate" -> Optional.of(OPERATE);
      default -> Optional.empty();
    };
  }
}
