package io.keeling.desk.access;

import org.jspecify.annotations.Nullable;

/**
 * The proven identity of a caller. Immutable; threads may share it.
 *
 * @param account none without proof
 * @param role the caller's rights: those of the account, or fewer with a limited token
 * @param manner the kind of credential
 */
public record Identity(@Nullable Account account, Role role, Manner manner) {

  /** A request without proof of identity. */
  public static final Identity NOBODY = new Identity(null, Role.ANYBODY, Manner.NONE);

  public enum Manner {
    NONE,
    /** By the cookie of a session. */
    SESSION,
    /** By a token for programs, which no browser sends by itself. */
    TOKEN,
    /** By the word of a trusted proxy. */
    PROXY
  }

  /** Whether a person signed in, rather than a program acting for one. */
  public boolean person() {
    return account != null && manner != Manner.TOKEN;
  }

  /** An account with all rights of its role. */
  public static Identity of(Account account, Manner manner) {
    return new Identity(account, account.role(), manner);
  }
}
