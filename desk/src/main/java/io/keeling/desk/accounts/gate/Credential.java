package io.keeling.desk.accounts.gate;

import io.javalin.http.Context;
import io.keeling.desk.access.Identity;
import java.util.Optional;

/** A way in which requests prove whom they come from. Threads may share it. */
public interface Credential {

  /** The identity of the caller; empty where the request has no valid credential of this kind. */
  Optional<Identity> of(Context context);

  /** Whether the request has such a credential, valid or not; looks nothing up. */
  boolean claims(Context context);

  /** Checks the credential again during a long answer, without counting as use. */
  default Optional<Identity> still(Context context) {
    return of(context);
  }
}
