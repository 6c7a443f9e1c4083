package io.keeling.desk.accounts;

import java.time.Instant;

/**
 * A one-time link for the first operator, where there is none: whoever opens it first becomes the
 * operator. Immutable; threads may share it.
 *
 * @param address with its secret
 * @param until when it expires
 */
public record FirstLink(String address, Instant until) {

  /** Leaves the secret out, so that it is not printed by mistake. */
  @Override
  public String toString() {
    return "the first operator's link, until " + until;
  }
}
