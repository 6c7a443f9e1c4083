package io.keeling.desk.accounts;

import io.javalin.http.Context;
import io.keeling.desk.access.Account;
import io.keeling.desk.accounts.gate.KnownDevices;
import io.keeling.desk.accounts.gate.Throttle;
import io.keeling.desk.accounts.store.Invitations;
import io.keeling.desk.accounts.store.Invitations.Invited;
import io.keeling.desk.accounts.store.Invitations.Outcome;
import io.keeling.desk.accounts.store.PasswordHashes;
import io.keeling.desk.page.Forms;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.ReaderLanguage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page that an invitation link opens: it sets the password and signs the person in. Threads may
 * share it.
 */
public final class WelcomePage {

  /** Path of invitation links; their parameter {@code link} holds the secret. */
  public static final String PATH = "/welcome";

  private static final Failure GONE = Failure.of(410, "link-gone");

  /**
   * The model of the page's template.
   *
   * @param link the secret
   * @param name the account's name, or what was typed
   * @param fixed whether the name cannot be changed
   */
  public record View(
      Frame frame,
      String csrf,
      String link,
      String name,
      boolean fixed,
      int shortest,
      @Nullable String problem) {}

  private final Invitations invitations;
  private final PasswordHashes passwords;
  private final Throttle throttle;
  private final KnownDevices devices;
  private final SignInPage signIn;
  private final Pages pages;

  public WelcomePage(AccountServices people, SignInPage signIn, Pages pages) {
    this.invitations = people.invitations();
    this.passwords = people.passwords();
    this.throttle = people.throttle();
    this.devices = people.devices();
    this.signIn = signIn;
    this.pages = pages;
  }

  /** Shows the form, without using up the link. */
  public void show(Context context) {
    String link = Optional.ofNullable(context.queryParam("link")).orElse("");
    show(context, link, invitations.find(link).orElseThrow(GONE::exception), "", null);
  }

  public void accept(Context context) {
    String link = Forms.field(context, "link");
    Invited invited = invitations.find(link).orElseThrow(GONE::exception);
    String typed = Forms.field(context, "name");
    Account known = invited.account();
    Optional<String> name = known == null ? Account.name(typed) : Optional.of(known.name());
    String password = Forms.field(context, "password");
    if (name.isEmpty()) {
      Forms.unprocessable(context);
      show(context, link, invited, typed, "welcome.bad-name");
    } else if (!PasswordHashes.allows(password, name.get())) {
      Forms.unprocessable(context);
      show(context, link, invited, typed, "welcome.bad-password");
    } else if (throttle.tries(context, name.get()).isPresent()) {
      context.status(429);
      show(context, link, invited, typed, "sign-in.throttled");
    } else {
      set(context, link, name.get(), password);
    }
  }

  private void set(Context context, String link, String name, String password) {
    String kept = passwords.keep(password).orElseThrow(Failure.of(503, "busy")::exception);
    Outcome outcome = invitations.accept(link, name, kept);
    if (outcome instanceof Outcome.Accepted accepted) {
      signIn.begin(context, accepted.account());
      devices.remember(context, accepted.account().name(), kept);
      Forms.goTo(context, "/");
    } else if (outcome instanceof Outcome.Taken) {
      Forms.unprocessable(context);
      show(context, link, new Invited(null), name, "welcome.taken");
    } else {
      throw GONE.exception();
    }
  }

  private void show(
      Context context, String link, Invited invited, String typed, @Nullable String problem) {
    var messages = ReaderLanguage.of(context);
    String csrf = Forms.token(context);
    Account known = invited.account();
    pages.sendOnce(
        context,
        "welcome.jte",
        new View(
            pages.frame(context, messages),
            csrf,
            link,
            known == null ? typed : known.name(),
            known != null,
            PasswordHashes.SHORTEST,
            problem == null ? null : messages.of(problem, "count", PasswordHashes.SHORTEST)));
  }
}
