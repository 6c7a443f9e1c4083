package io.keeling.desk.access;

import org.jspecify.annotations.Nullable;

/**
 * Who a request comes from, as far as it proves it.
 *
 * @param account none where it proves nothing
 * @param role what the request may: that of the account, or less where a token says so
 * @param manner how it proves it
 */
public record Identity(@Nullable Account account, Role role, Manner manner) {

  /** Who proves nothing. */
  public static final Identity NOBODY = new Identity(null, Role.ANYBODY, Manner.NONE);

  /** How a request proves whom it comes from. */
  public enum Manner {
    NONE,
    /** By the cookie of a session. */
    SESSION,
    /** By a token for programs, which no browser sends by itself. */
    TOKEN,
    /** By the word of a trusted proxy. */
    PROXY
  }

  /** Whether it is somebody who signed in, not a program that works for them. */
  public boolean person() {
    return account != null && manner != Manner.TOKEN;
  }

  /** An account that may all its role lets it. */
  public static Identity of(Account account, Manner manner) {
    return new Identity(account, account.role(), manner);
  }
}
