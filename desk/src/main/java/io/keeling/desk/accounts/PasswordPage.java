package io.keeling.desk.accounts;

import io.javalin.http.Context;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Caller;
import io.keeling.desk.accounts.store.Accounts.WithPassword;
import io.keeling.desk.accounts.store.PasswordHashes;
import io.keeling.desk.page.Forms;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.ReaderLanguage;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The page on which people change their own password. Threads may share it.
 *
 * <p>It asks for the old password, and limits guesses like the sign-in page. A change ends every
 * session of the account, and begins a new one for the browser.
 */
public final class PasswordPage {

  public static final String PATH = "/account/password";

  /**
   * The model of the page's template.
   *
   * @param local whether the desk has a password for the account
   */
  public record View(
      Frame frame,
      String csrf,
      String name,
      boolean local,
      int shortest,
      @Nullable String problem) {}

  private final AccountServices people;
  private final SignInPage signIn;
  private final Pages pages;

  /**
   * @param signIn begins the new session
   */
  public PasswordPage(AccountServices people, SignInPage signIn, Pages pages) {
    this.people = people;
    this.signIn = signIn;
    this.pages = pages;
  }

  public void show(Context context) {
    show(context, null);
  }

  public void change(Context context) {
    Account account = account(context);
    String kept = kept(account).orElse(null);
    if (kept == null) {
      refuse(context, "password.elsewhere");
      return;
    }
    OptionalLong wait = people.throttle().tries(context, account.name());
    if (wait.isPresent()) {
      Forms.throttled(context, wait.getAsLong());
      show(context, "sign-in.throttled");
      return;
    }
    Optional<Boolean> right = people.passwords().check(Forms.field(context, "current"), kept);
    if (right.isEmpty()) {
      busy(context);
    } else if (!right.get()) {
      refuse(context, "password.wrong");
    } else {
      change(context, account, kept, Forms.field(context, "password"));
    }
  }

  private void change(Context context, Account account, String before, String wanted) {
    if (!PasswordHashes.allows(wanted, account.name())) {
      refuse(context, "welcome.bad-password");
      return;
    }
    Optional<String> kept = people.passwords().keep(wanted);
    if (kept.isEmpty()) {
      busy(context);
    } else if (people.management().password(account, before, kept.get())) {
      if (people.cookies().session(context).isPresent()) {
        signIn.begin(context, account);
      }
      Forms.goTo(context, AccountPage.PATH);
    } else {
      // The password was changed in the meantime.
      refuse(context, "password.wrong");
    }
  }

  private static Account account(Context context) {
    return Caller.of(context).account().orElseThrow();
  }

  /** The stored password hash; empty if the account signs in through a provider or proxy. */
  private Optional<String> kept(Account account) {
    return people.accounts().local(account.name()).map(WithPassword::kept);
  }

  private void busy(Context context) {
    Forms.busy(context);
    show(context, "sign-in.busy");
  }

  private void refuse(Context context, String problem) {
    Forms.unprocessable(context);
    show(context, problem);
  }

  private void show(Context context, @Nullable String problem) {
    var messages = ReaderLanguage.of(context);
    Account account = account(context);
    String csrf = Forms.token(context);
    pages.sendOnce(
        context,
        "password.jte",
        new View(
            pages.frame(context, messages),
            csrf,
            account.name(),
            kept(account).isPresent(),
            PasswordHashes.SHORTEST,
            problem == null ? null : messages.of(problem, "count", PasswordHashes.SHORTEST)));
  }
}
