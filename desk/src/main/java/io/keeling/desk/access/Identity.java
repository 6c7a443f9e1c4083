package io.keeling.desk.access;

import org.jspecify.annotations.Nullable;

/**
 * The proven identity of a caller. Immutable; threads may share it.
 *
 * @param account null if nothing was proven
 * @param role the caller's rights: those of the account, or fewer with a limited token
 * @param manner the kind of credential
 */
public record Identity(@Nullable Account account, Role role, Manner manner) {

  /** A request without proof of identity. */
  public static final Identity NOBODY = new Identity(null, Role.ANYBODY, Manner.NONE);

  public enum Manner {
    NONE,
    /** A session cookie. */
    SESSION,
    /** A token for programs; browsers never send one by themselves. */
    TOKEN,
    /** A name sent by a trusted proxy. */
    PROXY
  }

  /** Whether the caller is a signed-in person, not a program with a token. */
  public boolean person() {
    return account != null && manner != Manner.TOKEN;
  }

  /** An identity with all rights of the account's role. */
  public static Identity of(Account account, Manner manner) {
    return new Identity(account, account.role(), manner);
  }
}
