package io.keeling.desk.accounts.gate;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.security.RouteRole;
import io.keeling.desk.access.Caller;
import io.keeling.desk.access.Identity;
import io.keeling.desk.access.OwnAccount;
import io.keeling.desk.access.Role;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.Failure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/**
 * Checks the caller's role before every action; nothing else decides about access. Threads may
 * share it.
 *
 * <p>A route without a declared role requires an operator. A change also needs a form token (see
 * {@link FormTokens}).
 */
public final class Gate implements Handler {

  public static final String SIGN_IN = "/sign-in";

  /** Longest address to which users return after signing in; otherwise they get the front page. */
  static final int LONGEST_NEXT = 2_000;

  private final boolean openReading;
  private final List<Credential> credentials;
  private final FormTokens forms;
  private final Answers answers;

  /**
   * @param openReading whether readers' routes need no account
   * @param credentials kinds of credentials, tried in this order
   */
  public Gate(
      boolean openReading, List<Credential> credentials, FormTokens forms, Answers answers) {
    this.openReading = openReading;
    this.credentials = List.copyOf(credentials);
    this.forms = forms;
    this.answers = answers;
  }

  /** The lowest role that a route declares. */
  public static Role needed(Collection<? extends RouteRole> declared) {
    return declared.stream()
        .filter(Role.class::isInstance)
        .map(Role.class::cast)
        .findFirst()
        .orElse(Role.OPERATOR);
  }

  /**
   * Identifies the caller of every request, even of those without a route, since error pages show
   * the account, too.
   */
  public void recognize(Context context) {
    caller(context, () -> true).attach(context);
  }

  private Caller caller(Context context, BooleanSupplier still) {
    return new Caller(
        () -> identity(context, Credential::of),
        identity -> forms.make(context, identity),
        still,
        () -> credentials.stream().anyMatch(credential -> credential.claims(context)));
  }

  @Override
  public void handle(Context context) {
    Role needed = needed(context.routeRoles());
    boolean reads = reads(context);
    boolean own = context.routeRoles().contains(OwnAccount.NEEDED);
    boolean open =
        reads && !own && (needed == Role.ANYBODY || (needed == Role.READER && openReading));
    Caller caller =
        caller(context, () -> open || identity(context, Credential::still).role().may(needed));
    caller.attach(context);
    if (open) {
      return;
    }
    if (!caller.may(needed) || (own && caller.account().isEmpty())) {
      refuse(context, caller);
    } else if (own && !caller.identity().person()) {
      stop(context, Failure.of(403, "people-only"));
    } else if (!reads && !forms.accepts(context, caller.identity())) {
      stop(context, Failure.of(403, "not-meant"));
    }
  }

  static boolean reads(Context context) {
    return context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD);
  }

  private Identity identity(
      Context context, BiFunction<Credential, Context, Optional<Identity>> asked) {
    for (Credential credential : credentials) {
      var identity = asked.apply(credential, context);
      if (identity.isPresent()) {
        return identity.get();
      }
    }
    return Identity.NOBODY;
  }

  private void refuse(Context context, Caller caller) {
    if (caller.signedIn()) {
      stop(context, Failure.of(403, "role"));
    } else if (reads(context) && isBrowser(context)) {
      context.header("Cache-Control", "no-store");
      context.redirect(SIGN_IN + "?next=" + next(context), io.javalin.http.HttpStatus.SEE_OTHER);
      context.skipRemainingHandlers();
    } else {
      context.header("WWW-Authenticate", "Bearer realm=\"Keeling\"");
      stop(context, Failure.of(401, "sign-in"));
    }
  }

  private void stop(Context context, Failure failure) {
    answers.fail(context, failure);
    context.skipRemainingHandlers();
  }

  /**
   * Whether a browser sent the request, and is therefore redirected to the sign-in page. A program
   * would mistake that page for the answer.
   */
  private static boolean isBrowser(Context context) {
    String accepted = context.header("Accept");
    return accepted != null
        && accepted.contains("text/html")
        && !context.path().startsWith("/api/")
        && context.header("Authorization") == null;
  }

  private static String next(Context context) {
    String query = context.queryString();
    String here = context.path() + (query == null ? "" : "?" + query);
    return here.length() > LONGEST_NEXT ? "%2F" : URLEncoder.encode(here, StandardCharsets.UTF_8);
  }
}
