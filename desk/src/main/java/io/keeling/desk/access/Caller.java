package io.keeling.desk.access;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The caller of a request, and the caller's rights. For the thread of one request.
 *
 * <p>The caller is looked up on first use, so a public list costs no database query.
 */
public final class Caller {

  private static final Logger LOG = LoggerFactory.getLogger(Caller.class);

  private static final String ATTRIBUTE = "keeling.caller";

  private final Supplier<Identity> finder;
  private final Function<Identity, String> formToken;
  private final BooleanSupplier still;
  private final BooleanSupplier claims;
  private @Nullable Identity identity;
  private boolean failed;

  /**
   * @param finder looks up the identity; passes on database exceptions
   * @param formToken makes the token for the caller's forms
   * @param still checks whether the credential is still valid; passes on database exceptions
   * @param claims whether the request has a credential to look up
   */
  public Caller(
      Supplier<Identity> finder,
      Function<Identity, String> formToken,
      BooleanSupplier still,
      BooleanSupplier claims) {
    this.finder = finder;
    this.formToken = formToken;
    this.still = still;
    this.claims = claims;
  }

  /** The caller of a request; nobody if no route matched. */
  public static Caller of(Context context) {
    Caller caller = context.attribute(ATTRIBUTE);
    return caller != null
        ? caller
        : new Caller(() -> Identity.NOBODY, identity -> "", () -> true, () -> false);
  }

  /** Stores the caller with the request. */
  public void attach(Context context) {
    context.attribute(ATTRIBUTE, this);
  }

  public Identity identity() {
    Identity known = identity;
    if (known == null) {
      // The lookup is marked as failed before it starts. The error page asks for the identity
      // again, and must not query a database that is down a second time.
      identity = Identity.NOBODY;
      failed = true;
      known = finder.get();
      identity = known;
      failed = false;
    }
    return known;
  }

  /** The caller's identity, empty if it cannot be found out; for pages shown even without it. */
  public Optional<Identity> known() {
    if (identity == null) {
      try {
        return Optional.of(identity());
      } catch (RuntimeException e) {
        LOG.debug("the caller is unknown", e);
      }
    }
    return looked();
  }

  /** The identity, if it is known without a database query. */
  public Optional<Identity> looked() {
    if (failed) {
      return Optional.empty();
    }
    return identity == null && !claims.getAsBoolean()
        ? Optional.of(Identity.NOBODY)
        : Optional.ofNullable(identity);
  }

  /** The caller's account; empty if nobody is signed in. */
  public Optional<Account> account() {
    return Optional.ofNullable(identity().account());
  }

  /** Whether the caller is signed in. Only signed-in callers see the names of colleagues. */
  public boolean signedIn() {
    return account().isPresent();
  }

  /**
   * Checks again whether the credential is still valid, so that a long answer ends with the session
   * or token. Any thread may call it.
   */
  public boolean still() {
    return still.getAsBoolean();
  }

  /** Whether the caller has the rights of a role. */
  public boolean may(Role role) {
    return identity().role().may(role);
  }

  /**
   * The token that each form sends in the field {@code csrf}, and scripts in the header {@code
   * X-CSRF-Token}.
   */
  public String formToken() {
    return formToken.apply(identity());
  }
}
