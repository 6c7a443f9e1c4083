package io.keeling.desk.access;

import io.javalin.security.RouteRole;

/**
 * Marks routes about the caller's own account. Only signed-in people may use them: tokens can
 * neither create nor end sessions and tokens.
 */
public enum OwnAccount implements RouteRole {
  NEEDED
}
