package io.keeling.desk.access;

import io.javalin.security.RouteRole;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody is at the desk, and what a route asks them to be. Each may all that those before it
 * may. Every route declares one; where it does not, it is an operator's.
 */
public enum Role implements RouteRole {
  /** Without signing in: what leads to signing in, and what says that the desk is well. */
  ANYBODY,
  /** Reads; nobody needs to sign in for it where reading is open. */
  READER,
  /** Saves searches, corrects tags, writes notes. */
  EDITOR,
  /** Looks after accounts and the running of the desk. */
  OPERATOR;

  /** Whether it may what another may. */
  public boolean may(Role other) {
    return compareTo(other) >= 0;
  }

  /** How settings, database and messages call it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role that a row has; the least where a later release wrote one of its own. */
  public static Role stored(String code) {
    return ofAccount(code).orElse(READER);
  }

  /** The role of an account by its code; nothing where there is none of that name. */
  public static Optional<Role> ofAccount(String code) {
    return switch (code) {
      case "reader" -> Optional.of(READER);
      case "editor" -> Optional.of(EDITOR);
      case "operator" -> Optional.of(OPERATOR);
      default -> Optional.empty();
    };
  }
}
