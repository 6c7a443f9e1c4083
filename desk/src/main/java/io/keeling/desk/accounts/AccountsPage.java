package io.keeling.desk.accounts;

import io.javalin.http.Context;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Caller;
import io.keeling.desk.access.Role;
import io.keeling.desk.accounts.store.Accounts;
import io.keeling.desk.accounts.store.Management;
import io.keeling.desk.accounts.store.Management.Outcome;
import io.keeling.desk.label.Dates;
import io.keeling.desk.page.Forms;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.ReaderLanguage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page where operators manage accounts. Threads may share it. */
public final class AccountsPage {

  public static final String PATH = "/accounts";

  /**
   * The model of the page's template.
   *
   * @param link a one-time link, shown only once
   * @param linkFor the account that the link is for
   */
  public record View(
      Frame frame,
      String csrf,
      List<Accounts.Listed> accounts,
      List<Role> roles,
      Dates dates,
      @Nullable String link,
      @Nullable String linkFor,
      @Nullable String problem) {}

  private static final List<Role> ROLES = List.of(Role.READER, Role.EDITOR, Role.OPERATOR);

  private final Accounts accounts;
  private final Management management;
  private final String baseUrl;
  private final Pages pages;

  /**
   * @param baseUrl the desk's public address, for links
   */
  public AccountsPage(AccountServices people, String baseUrl, Pages pages) {
    this.accounts = people.accounts();
    this.management = people.management();
    this.baseUrl = baseUrl;
    this.pages = pages;
  }

  public void show(Context context) {
    show(context, null, null);
  }

  /** Adds an account and shows its link. */
  public void add(Context context) {
    Optional<String> name = Account.name(Forms.field(context, "name"));
    Optional<Role> role = Role.ofAccount(Forms.field(context, "role"));
    if (name.isEmpty() || role.isEmpty()) {
      Forms.unprocessable(context);
      show(context, null, "welcome.bad-name");
    } else {
      answer(context, management.invite(actor(context), name.get(), role.get()));
    }
  }

  /** Makes a new link for an account and shows it. */
  public void link(Context context) {
    answer(context, management.link(actor(context), Forms.id(context)));
  }

  public void role(Context context) {
    answer(
        context,
        Role.ofAccount(Forms.field(context, "role"))
            .map(role -> management.role(actor(context), Forms.id(context), role))
            .orElseGet(Outcome.Impossible::new));
  }

  public void close(Context context) {
    answer(context, management.close(actor(context), Forms.id(context)));
  }

  public void reopen(Context context) {
    answer(context, management.reopen(actor(context), Forms.id(context)));
  }

  private static Account actor(Context context) {
    return Caller.of(context).account().orElseThrow();
  }

  private void answer(Context context, Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      Forms.goTo(context, PATH);
    } else if (outcome instanceof Outcome.Linked linked) {
      show(context, linked, null);
    } else {
      Forms.unprocessable(context);
      show(
          context,
          null,
          outcome instanceof Outcome.LastOperator ? "accounts.last" : "accounts.impossible");
    }
  }

  private void show(Context context, Outcome.@Nullable Linked linked, @Nullable String problem) {
    var messages = ReaderLanguage.of(context);
    String csrf = Forms.token(context);
    pages.sendOnce(
        context,
        "accounts.jte",
        new View(
            pages.frame(context, messages),
            csrf,
            accounts.all(),
            ROLES,
            new Dates(messages),
            linked == null ? null : baseUrl + WelcomePage.PATH + "?link=" + linked.secret(),
            linked == null ? null : linked.account().name(),
            problem == null ? null : messages.of(problem)));
  }
}
