package io.keeling.desk.accounts;

import java.time.Instant;

/**
 * A one-time link for a desk without an operator: whoever opens it first becomes the first
 * operator. Immutable; threads may share it.
 *
 * @param address the link, including its secret
 * @param until when it expires
 */
public record FirstLink(String address, Instant until) {

  /** Omits the secret, so that it is not logged by mistake. */
  @Override
  public String toString() {
    return "the first operator's link, until " + until;
  }
}
