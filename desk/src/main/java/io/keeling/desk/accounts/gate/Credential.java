package io.keeling.desk.accounts.gate;

import io.javalin.http.Context;
import io.keeling.desk.access.Identity;
import java.util.Optional;

/** A way in which requests prove whom they come from. Threads may share it. */
public interface Credential {

  /** Whom a request comes from; nothing where it does not say so in this way. */
  Optional<Identity> of(Context context);

  /** Whether it says so in this way, be it true or not; looks nothing up. */
  boolean claims(Context context);

  /**
   * {@link #of} once more, for an answer that lasts: that it goes on does not count as being used.
   */
  default Optional<Identity> still(Context context) {
    return of(context);
  }
}
