package io.keeling.desk.accounts;

import io.javalin.http.Context;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Caller;
import io.keeling.desk.accounts.gate.KnownDevices;
import io.keeling.desk.accounts.gate.SessionCookie;
import io.keeling.desk.accounts.gate.Throttle;
import io.keeling.desk.accounts.store.Accounts;
import io.keeling.desk.accounts.store.Accounts.WithPassword;
import io.keeling.desk.accounts.store.PasswordHashes;
import io.keeling.desk.accounts.store.Sessions;
import io.keeling.desk.config.AccessConfig;
import io.keeling.desk.page.Forms;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.ReaderLanguage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page for signing in with a name and a password, and for signing out. Threads may share it.
 */
public final class SignInPage {

  private static final Logger LOG = LoggerFactory.getLogger(SignInPage.class);

  /**
   * The model of the page's template.
   *
   * @param next the address to go to afterwards
   * @param provider the address for signing in through an OpenID Connect provider, null if there is
   *     none
   * @param name what was typed before
   */
  public record View(
      Frame frame,
      String csrf,
      String next,
      @Nullable String provider,
      String name,
      @Nullable String problem) {}

  private final Accounts accounts;
  private final PasswordHashes passwords;
  private final Sessions sessions;
  private final SessionCookie cookies;
  private final Throttle throttle;
  private final KnownDevices devices;
  private final AccessConfig config;
  private final Pages pages;

  public SignInPage(AccountServices people, AccessConfig config, Pages pages) {
    this.accounts = people.accounts();
    this.passwords = people.passwords();
    this.sessions = people.sessions();
    this.cookies = people.cookies();
    this.throttle = people.throttle();
    this.devices = people.devices();
    this.config = config;
    this.pages = pages;
  }

  /** Shows the form, or redirects a user who is signed in. */
  public void show(Context context) {
    String next = Forms.back(context.queryParam("next"));
    if (Caller.of(context).signedIn()) {
      Forms.goTo(context, next);
    } else {
      show(context, next, "", null);
    }
  }

  public void signIn(Context context) {
    String name = Forms.field(context, "name");
    String next = Forms.back(context.formParam("next"));
    String known = Account.name(name).orElse("");
    // Before throttling, the account is looked up only for browsers with a device cookie, so that
    // guesses by strangers cost no query.
    Optional<WithPassword> account =
        known.isEmpty() || !devices.says(context) ? Optional.empty() : accounts.local(known);
    OptionalLong wait =
        account
            .flatMap(found -> devices.find(context, found))
            .map(throttle::triesOf)
            .orElseGet(() -> throttle.tries(context, known));
    if (wait.isPresent()) {
      Forms.throttled(context, wait.getAsLong());
      LOG.warn("sign-in is throttled: too many attempts");
      show(context, next, name, "sign-in.throttled");
      return;
    }
    account = account.isPresent() || known.isEmpty() ? account : accounts.local(known);
    Optional<Boolean> right =
        passwords.check(
            Forms.field(context, "password"), account.map(WithPassword::kept).orElse(null));
    if (right.isEmpty()) {
      Forms.busy(context);
      show(context, next, name, "sign-in.busy");
    } else if (account.isEmpty() || !right.get()) {
      Forms.unprocessable(context);
      // The name is not logged, since somebody may have typed a password there.
      LOG.info("a sign-in failed");
      show(context, next, name, "sign-in.wrong");
    } else {
      begin(context, account.get().account());
      remember(context, account.get());
      Forms.goTo(context, next);
    }
  }

  private void remember(Context context, WithPassword account) {
    String kept = account.kept();
    if (kept != null) {
      devices.remember(context, account.account().name(), kept);
    }
  }

  /** Begins a session that replaces the browser's previous one. */
  public void begin(Context context, Account account) {
    cookies.session(context).ifPresent(old -> sessions.end(account, old));
    String browser = context.userAgent();
    cookies.keep(
        context, sessions.begin(account, browser == null ? "" : browser), config.sessionLength());
  }

  public void signOut(Context context) {
    Caller.of(context)
        .account()
        .ifPresent(
            account -> cookies.session(context).ifPresent(old -> sessions.end(account, old)));
    cookies.forget(context);
    Forms.goTo(context, "/");
  }

  private static String provider(String next) {
    return "/sign-in/oidc?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }

  private void show(Context context, String next, String name, @Nullable String problem) {
    var messages = ReaderLanguage.of(context);
    String csrf = Forms.token(context);
    pages.sendOnce(
        context,
        "signin.jte",
        new View(
            pages.frame(context, messages),
            csrf,
            next,
            config.oidc().on() ? provider(next) : null,
            name,
            problem == null ? null : messages.of(problem)));
  }
}
