package io.keeling.desk.accounts.gate;

import io.javalin.http.Context;
import io.keeling.desk.access.Identity;
import java.util.Optional;

/** A way for requests to prove who sends them. Threads may share it. */
public interface Credential {

  /** The identity of the caller; empty if the request has no valid credential of this kind. */
  Optional<Identity> of(Context context);

  /** Whether the request has a credential of this kind, valid or not. Needs no lookup. */
  boolean claims(Context context);

  /** Checks the credential again during a long answer, without marking it as used. */
  default Optional<Identity> still(Context context) {
    return of(context);
  }
}
