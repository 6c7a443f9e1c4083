package io.keeling.desk;

import com.github.benmanes.caffeine.cache.Ticker;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.keeling.desk.access.OwnAccount;
import io.keeling.desk.access.Role;
import io.keeling.desk.access.gate.Credential;
import io.keeling.desk.access.gate.FormTokens;
import io.keeling.desk.access.gate.Gate;
import io.keeling.desk.access.gate.KnownDevices;
import io.keeling.desk.access.gate.ProxyCredential;
import io.keeling.desk.access.gate.SessionCookie;
import io.keeling.desk.access.gate.SessionCredential;
import io.keeling.desk.access.gate.Throttle;
import io.keeling.desk.access.gate.TokenCredential;
import io.keeling.desk.access.oidc.OidcSignIn;
import io.keeling.desk.access.page.AccountPage;
import io.keeling.desk.access.page.AccountsPage;
import io.keeling.desk.access.page.AuditPage;
import io.keeling.desk.access.page.PasswordPage;
import io.keeling.desk.access.page.People;
import io.keeling.desk.access.page.SignInPage;
import io.keeling.desk.access.page.WelcomePage;
import io.keeling.desk.access.store.Accounts;
import io.keeling.desk.access.store.AuditLog;
import io.keeling.desk.access.store.FederatedAccounts;
import io.keeling.desk.access.store.Invitations;
import io.keeling.desk.access.store.Management;
import io.keeling.desk.access.store.Passwords;
import io.keeling.desk.access.store.Sessions;
import io.keeling.desk.access.store.Tokens;
import io.keeling.desk.config.DeskConfig;
import io.keeling.desk.page.Frames;
import io.keeling.desk.page.Templates;
import io.keeling.desk.store.Database;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.ClientAddress;
import io.keeling.desk.web.Failure;
import java.time.Clock;
import java.util.List;

/** What guards all routes, and the routes by which people sign in. */
final class AccessRoutes {

  private final DeskConfig config;
  private final Database database;
  private final Templates templates;
  private final Frames frames;
  private final Answers answers;
  private final People people;
  private final FederatedAccounts federated;
  private final Gate gate;

  AccessRoutes(
      DeskConfig config, Database database, Templates templates, Frames frames, Answers answers) {
    this.config = config;
    this.database = database;
    this.templates = templates;
    this.frames = frames;
    this.answers = answers;
    this.federated =
        new FederatedAccounts(
            database, Role.ofAccount(config.access().newcomers()).orElse(Role.READER));
    SessionCookie cookies = new SessionCookie(config.encrypted());
    this.people =
        new People(
            new Accounts(database),
            new Management(database),
            new Sessions(database, config.access()),
            new Tokens(database),
            new Invitations(database),
            new Passwords(),
            cookies,
            new Throttle(
                new ClientAddress(config.rateLimit().clientHeader()), Ticker.systemTicker()),
            new KnownDevices(cookies, Clock.systemUTC()));
    this.gate =
        new Gate(
            config.openReading(),
            credentials(),
            new FormTokens(people.cookies(), config.publicUrl()),
            answers);
  }

  /** Has every request know who makes it; before all that may answer. */
  void recognize(RoutesConfig routes) {
    routes.before(gate::recognize);
  }

  /** Adds the gate, and what leads through it. */
  void add(RoutesConfig routes) {
    routes.beforeMatched(gate);
    SignInPage signIn = new SignInPage(people, config.access(), templates, frames);
    addProvider(routes, signIn);
    Routes.get(routes, Gate.SIGN_IN, signIn::show, Role.ANYBODY);
    routes.post(Gate.SIGN_IN, signIn::signIn, Role.ANYBODY);
    routes.post("/sign-out", signIn::signOut, Role.ANYBODY);
    WelcomePage welcome = new WelcomePage(people, signIn, templates, frames, answers);
    Routes.get(routes, WelcomePage.PATH, welcome::show, Role.ANYBODY);
    routes.post(WelcomePage.PATH, welcome::accept, Role.ANYBODY);
    AccountPage account = new AccountPage(people, templates, frames);
    own(routes, AccountPage.PATH, account::show);
    PasswordPage password = new PasswordPage(people, signIn, templates, frames);
    own(routes, PasswordPage.PATH, password::show);
    ownChange(routes, PasswordPage.PATH, password::change);
    ownChange(routes, "/account/sessions/end", account::endOthers);
    ownChange(routes, "/account/sessions/{id}/end", account::endSession);
    ownChange(routes, "/account/tokens", account::makeToken);
    ownChange(routes, "/account/tokens/{id}/revoke", account::revokeToken);
    addOperators(routes);
  }

  /** There whether or not there is a provider, so that the list of routes is always the same. */
  private void addProvider(RoutesConfig routes, SignInPage signIn) {
    Handler leave = context -> answers.fail(context, Failure.of(404, "address-unknown"));
    Handler comeBack = leave;
    if (config.access().oidc().on()) {
      OidcSignIn provider =
          new OidcSignIn(config.access().oidc(), config.baseUrl(), federated, signIn, answers);
      leave = provider::leave;
      comeBack = provider::comeBack;
    }
    Routes.get(routes, OidcSignIn.PATH, leave, Role.ANYBODY);
    Routes.get(routes, OidcSignIn.CALLBACK, comeBack, Role.ANYBODY);
  }

  private List<Credential> credentials() {
    return List.of(
        new TokenCredential(people.tokens()),
        new ProxyCredential(config.access().proxy(), federated),
        new SessionCredential(people.cookies(), people.sessions()));
  }

  private void addOperators(RoutesConfig routes) {
    AccountsPage accounts = new AccountsPage(people, config.baseUrl(), templates, frames);
    Routes.get(routes, AccountsPage.PATH, accounts::show, Role.OPERATOR);
    routes.post(AccountsPage.PATH, accounts::add, Role.OPERATOR);
    routes.post("/accounts/{id}/link", accounts::link, Role.OPERATOR);
    routes.post("/accounts/{id}/role", accounts::role, Role.OPERATOR);
    routes.post("/accounts/{id}/close", accounts::close, Role.OPERATOR);
    routes.post("/accounts/{id}/reopen", accounts::reopen, Role.OPERATOR);
    AuditPage audit = new AuditPage(new AuditLog(database), templates, frames);
    Routes.get(routes, AuditPage.PATH, audit::show, Role.OPERATOR);
  }

  private static void own(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler, Role.READER, OwnAccount.NEEDED);
    routes.head(path, handler, Role.READER, OwnAccount.NEEDED);
  }

  private static void ownChange(RoutesConfig routes, String path, Handler handler) {
    routes.post(path, handler, Role.READER, OwnAccount.NEEDED);
  }
}
