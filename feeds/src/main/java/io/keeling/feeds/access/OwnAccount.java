package io.keeling.feeds.access;

import io.javalin.security.RouteRole;

/** Declared beside a role by routes about the account that asks: also open reading has none. */
public enum OwnAccount implements RouteRole {
  NEEDED
}
