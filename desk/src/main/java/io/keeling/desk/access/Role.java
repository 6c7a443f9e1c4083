package io.keeling.desk.access;

import io.javalin.security.RouteRole;
import java.util.Locale;
import java.util.Optional;

/**
 * The role of an account, or the role that a route requires. Each role includes those before it. A
 * route that declares no role requires {@link #OPERATOR}.
 */
public enum Role implements RouteRole {
  /** Not signed in: may sign in and see whether the desk is healthy. */
  ANYBODY,
  /** Reads; needs no sign-in if reading is open. */
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

  /** The role stored in a row; the lowest one if the name is unknown. */
  public static Role stored(String code) {
    return ofAccount(code).orElse(READER);
  }

  /** The role with this code; empty if accounts cannot have it. */
  public static Optional<Role> ofAccount(String code) {
    return switch (code) {
      case "reader" -> Optional.of(READER);
      case "editor" -> Optional.of(EDITOR);
      case "operator" -> Optional.of(OPERATOR);
      default -> Optional.empty();
    };
  }
}
