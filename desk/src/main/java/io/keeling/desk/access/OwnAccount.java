package io.keeling.desk.access;

import io.javalin.security.RouteRole;

/**
 * Marks routes about the caller's own account. Only people may use them: without a sign-in there is
 * no account, and a token can neither create nor end sessions and tokens.
 */
public enum OwnAccount implements RouteRole {
  NEEDED
}
