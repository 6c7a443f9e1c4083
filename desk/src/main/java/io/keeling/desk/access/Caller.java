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
 * Who is asking, and may they: all that an action needs to know of it. For the thread of one
 * request.
 *
 * <p>Who it is is looked up when it is first asked for: a list that anybody may read costs no look
 * into the database.
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
   * @param finder looks up who it is; may throw what the database throws
   * @param formToken what a form of this caller must carry
   * @param still looks up whether what was asked for may still be had; may throw the same
   * @param claims whether the request brings something to look up
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

  /** Who makes a request; nobody where no route was found for it. */
  public static Caller of(Context context) {
    Caller caller = context.attribute(ATTRIBUTE);
    return caller != null
        ? caller
        : new Caller(() -> Identity.NOBODY, identity -> "", () -> true, () -> false);
  }

  /** Remembers with a request who makes it. */
  public void attach(Context context) {
    context.attribute(ATTRIBUTE, this);
  }

  /** Who it is. */
  public Identity identity() {
    Identity known = identity;
    if (known == null) {
      // A database that is away is asked once: the page that says so has a frame, too.
      identity = Identity.NOBODY;
      failed = true;
      known = finder.get();
      identity = known;
      failed = false;
    }
    return known;
  }

  /** Who it is, for a page that is shown all the same where that cannot be found out. */
  public Optional<Identity> known() {
    if (identity == null) {
      try {
        return Optional.of(identity());
      } catch (RuntimeException e) {
        LOG.debug("not known who asks", e);
      }
    }
    return looked();
  }

  /** The same without a look: nothing also where there would be something to look up. */
  public Optional<Identity> looked() {
    if (failed) {
      return Optional.empty();
    }
    return identity == null && !claims.getAsBoolean()
        ? Optional.of(Identity.NOBODY)
        : Optional.ofNullable(identity);
  }

  /** The account that is asking, or nothing where nobody signed in. */
  public Optional<Account> account() {
    return Optional.ofNullable(identity().account());
  }

  /** Whether somebody signed in. The names of colleagues are told to nobody else. */
  public boolean signedIn() {
    return account().isPresent();
  }

  /**
   * Whether what was asked for may still be had, looked up now, by any thread: an answer that lasts
   * ends when the session or token that it was asked with does.
   */
  public boolean still() {
    return still.getAsBoolean();
  }

  /** Whether the caller may what a role may. */
  public boolean may(Role role) {
    return identity().role().may(role);
  }

  /**
   * What each form that changes something carries in the field {@code csrf}, or a script in the
   * header {@code X-CSRF-Token}.
   */
  public String formToken() {
    return formToken.apply(identity());
  }
}
