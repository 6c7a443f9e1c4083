package io.keeling.desk.accounts;

import java.time.Instant;

/**
 * Where the first operator is set up, while there is none: whoever opens it first becomes the
 * operator.
 *
 * @param address with its secret
 * @param until when it ends to hold, if nobody has used it by then
 */
public record FirstLink(String address, Instant until) {

  /** Without the secret, so that none is printed by mistake. */
  @Override
  public String toString() {
    return "the first operator's link, until " + until;
  }
}
