package io.keeling.desk.accounts;

import io.javalin.http.Context;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Caller;
import io.keeling.desk.access.Scope;
import io.keeling.desk.accounts.store.Sessions;
import io.keeling.desk.accounts.store.Tokens;
import io.keeling.desk.label.Dates;
import io.keeling.desk.page.Forms;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.ReaderLanguage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of the caller's own account, with its sessions and tokens. Threads may share it. */
public final class AccountPage {

  public static final String PATH = "/account";

  /**
   * The model of the page's template.
   *
   * @param scopes scopes that a new token may have
   * @param token a token just made, shown only once
   * @param problem why no token was made, in the reader's language
   */
  public record View(
      Frame frame,
      String csrf,
      Account account,
      List<Sessions.Listed> sessions,
      List<Tokens.Listed> tokens,
      List<Scope> scopes,
      Dates dates,
      @Nullable String token,
      @Nullable String problem) {}

  private final AccountServices people;
  private final Pages pages;

  public AccountPage(AccountServices people, Pages pages) {
    this.people = people;
    this.pages = pages;
  }

  public void show(Context context) {
    show(context, null, null);
  }

  private void show(Context context, @Nullable String token, @Nullable String problem) {
    Caller caller = Caller.of(context);
    Account account = caller.account().orElseThrow();
    var messages = ReaderLanguage.of(context);
    String csrf = Forms.token(context);
    String current = people.cookies().session(context).orElse("");
    pages.sendOnce(
        context,
        "account.jte",
        new View(
            pages.frame(context, messages),
            csrf,
            account,
            people.sessions().of(account, current),
            people.tokens().of(account),
            Arrays.stream(Scope.values())
                .filter(scope -> scope.fits(caller.identity().role()))
                .toList(),
            new Dates(messages),
            token,
            problem == null ? null : messages.of(problem, "most", Tokens.MOST)));
  }

  /** Makes a token with at most the caller's rights, and shows it once. */
  public void makeToken(Context context) {
    Caller caller = Caller.of(context);
    String label = Forms.field(context, "label").strip();
    Optional<Scope> scope =
        Scope.of(Forms.field(context, "scope"))
            .filter(asked -> asked.fits(caller.identity().role()));
    long days = Forms.number(context.formParam("days"), 0);
    if (label.isEmpty()
        || label.length() > Tokens.LONGEST_LABEL
        || scope.isEmpty()
        || days < 1
        || days > Tokens.MOST_DAYS) {
      Forms.unprocessable(context);
      show(context, null, "account.token-wrong");
      return;
    }
    Optional<String> token =
        people.tokens().make(caller.account().orElseThrow(), label, scope.get(), (int) days);
    if (token.isEmpty()) {
      Forms.unprocessable(context);
    }
    show(context, token.orElse(null), token.isEmpty() ? "account.token-most" : null);
  }

  public void revokeToken(Context context) {
    people.tokens().revoke(Caller.of(context).account().orElseThrow(), Forms.id(context));
    Forms.goTo(context, PATH);
  }

  public void endSession(Context context) {
    Account account = Caller.of(context).account().orElseThrow();
    people.sessions().end(account, Forms.id(context));
    Forms.goTo(context, PATH);
  }

  public void endOthers(Context context) {
    Account account = Caller.of(context).account().orElseThrow();
    people.sessions().endOthers(account, people.cookies().session(context).orElse(""));
    Forms.goTo(context, PATH);
  }
}
