package io.keeling.desk.access;

import io.javalin.security.RouteRole;
import java.util.Locale;
import java.util.Optional;

/**
 * The role of an account, and the role that a route asks for. Each role includes those before it. A
 * route without a role is an operator's.
 */
public enum Role implements RouteRole {
  /** Not signed in: may sign in and see whether the desk is healthy. */
  ANYBODY,
  /** Reads; needs no sign-in where reading is open. */
  READER,
  /** Saves searches, corrects tags, writes notes. */
  EDITOR,
  /** Manages accounts and runs the desk. */
  OPERATOR;

  /** Whether this role has the rights of another. */
  public boolean may(Role other) {
    return compareTo(other) >= 0;
  }

  /** The name in settings, database and messages. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role stored in a row; the lowest one where the name is unknown. */
  public static Role stored(String code) {
    return ofAccount(code).orElse(READER);
  }

  /** The role with a code that an account can have; empty where there is none. */
  public static Optional<Role> ofAccount(String code) {
    return switch (code) {
      case "reader" -> Optional.of(READER);
      case "editor" -> Optional.of(EDITOR);
      case "operator" -> Optional.of(OPERATOR);
      default -> Optional.empty();
    };
  }
}
