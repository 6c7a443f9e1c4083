package io.keeling.desk.accounts;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Role;
import io.keeling.desk.accounts.store.FederatedAccounts;
import io.keeling.desk.config.OidcConfig;
import io.keeling.desk.page.Forms;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.Failure;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Signs people in through an OpenID Connect provider. Threads may share it. */
public final class OidcSignIn {

  public static final String PATH = "/sign-in/oidc";

  public static final String CALLBACK = PATH + "/callback";

  private static final Failure AWAY = Failure.of(502, "provider-away");
  private static final Failure REFUSED = Failure.of(422, "not-vouched");
  private static final Failure BUSY = Failure.of(503, "busy");

  /** How long an attempt to sign in stays valid, in seconds. */
  private static final int LASTS = 600;

  /**
   * Maximum number of concurrent requests to the provider, so that most threads stay free for
   * readers.
   */
  private static final int AT_ONCE = 8;

  /**
   * Longest code that is passed to the provider, in characters. Usual codes are many times shorter.
   */
  private static final int LONGEST_CODE = 4_000;

  private final Semaphore room = new Semaphore(AT_ONCE);
  private final OidcConfig config;
  private final Provider provider;
  private final FederatedAccounts federated;
  private final SignInPage signIn;
  private final Answers answers;
  private final String cookie;
  private final boolean encrypted;

  public OidcSignIn(Services services, FederatedAccounts federated, SignInPage signIn) {
    String baseUrl = services.baseUrl();
    this.config = services.config().access().oidc();
    this.provider = new Provider(config, URI.create(baseUrl + CALLBACK));
    this.federated = federated;
    this.signIn = signIn;
    this.answers = services.answers();
    this.encrypted = baseUrl.startsWith("https:");
    this.cookie = (encrypted ? "__Host-" : "") + "keeling-provider";
  }

  public void leave(Context context) {
    SignInAttempt attempt = SignInAttempt.begin(Forms.back(context.queryParam("next")));
    within(
        context,
        () ->
            provider
                .address(attempt)
                .ifPresentOrElse(
                    address -> {
                      keep(context, attempt.cookie(), LASTS);
                      context.header("Cache-Control", "no-store");
                      context.redirect(address.toString(), HttpStatus.SEE_OTHER);
                    },
                    () -> answers.fail(context, AWAY)));
  }

  /** Begins a session for a user whom the provider has sent back. */
  public void comeBack(Context context) {
    String state = Optional.ofNullable(context.queryParam("state")).orElse("");
    String code = Optional.ofNullable(context.queryParam("code")).orElse("");
    Optional<SignInAttempt> attempt =
        Optional.ofNullable(context.cookie(cookie))
            .flatMap(SignInAttempt::read)
            .filter(known -> known.isOf(state));
    keep(context, "", 0);
    if (attempt.isEmpty() || code.isEmpty() || code.length() > LONGEST_CODE) {
      answers.fail(context, REFUSED);
      return;
    }
    within(
        context,
        () ->
            provider
                .claims(attempt.get(), code)
                .flatMap(this::account)
                .ifPresentOrElse(
                    account -> {
                      signIn.begin(context, account);
                      Forms.goTo(context, Forms.back(attempt.get().next()));
                    },
                    () -> answers.fail(context, REFUSED)));
  }

  private Optional<Account> account(IDTokenClaimsSet claims) {
    String name = claims.getStringClaim(config.nameClaim());
    return federated.of(
        new FederatedAccounts.Person(
            claims.getIssuer().getValue(),
            claims.getSubject().getValue(),
            name == null ? claims.getSubject().getValue() : name,
            role(claims)));
  }

  /**
   * Returns the highest role named in the claim: {@link Role#READER} if it names no known role,
   * empty if no claim is configured.
   */
  private Optional<Role> role(IDTokenClaimsSet claims) {
    if (config.roleClaim() == null) {
      return Optional.empty();
    }
    Object claim = claims.getClaim(config.roleClaim());
    Collection<?> values = claim instanceof Collection<?> several ? several : List.of();
    return Optional.of(
        (claim instanceof String one ? List.of(one) : values)
            .stream()
                .flatMap(value -> Role.ofAccount(String.valueOf(value)).stream())
                .max(Comparator.naturalOrder())
                .orElse(Role.READER));
  }

  private void within(Context context, Runnable work) {
    if (!room.tryAcquire()) {
      answers.fail(context, BUSY);
      return;
    }
    try {
      work.run();
    } finally {
      room.release();
    }
  }

  private void keep(Context context, String value, int seconds) {
    context.cookie(new Cookie(cookie, value, "/", seconds, encrypted, true, null, SameSite.LAX));
  }
}
