package io.keeling.desk.access;

import io.javalin.security.RouteRole;

/**
 * Declared beside a role by routes about the account that asks. They are for people alone: nobody
 * has one where reading is open, and a program with a token neither makes nor ends ways in.
 */
public enum OwnAccount implements RouteRole {
  NEEDED
}
