package io.keeling.desk.accounts;

import com.github.benmanes.caffeine.cache.Ticker;
import io.javalin.http.Handler;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.access.Role;
import io.keeling.desk.accounts.gate.Credential;
import io.keeling.desk.accounts.gate.FormTokens;
import io.keeling.desk.accounts.gate.Gate;
import io.keeling.desk.accounts.gate.KnownDevices;
import io.keeling.desk.accounts.gate.ProxyCredential;
import io.keeling.desk.accounts.gate.SessionCookie;
import io.keeling.desk.accounts.gate.SessionCredential;
import io.keeling.desk.accounts.gate.Throttle;
import io.keeling.desk.accounts.gate.TokenCredential;
import io.keeling.desk.accounts.store.Accounts;
import io.keeling.desk.accounts.store.FederatedAccounts;
import io.keeling.desk.accounts.store.Invitations;
import io.keeling.desk.accounts.store.Management;
import io.keeling.desk.accounts.store.PasswordHashes;
import io.keeling.desk.accounts.store.Sessions;
import io.keeling.desk.accounts.store.Tokens;
import io.keeling.desk.config.DeskConfig;
import io.keeling.desk.database.Database;
import io.keeling.desk.page.Pages;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.ClientAddress;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.Routes;
import java.time.Clock;
import java.util.List;

/** The gate that every request passes, and the routes for signing in and managing accounts. */
public final class AccountRoutes {

  private final Services services;
  private final AccountServices people;
  private final FederatedAccounts externals;
  private final Gate gate;

  public AccountRoutes(Services services) {
    this.services = services;
    DeskConfig config = services.config();
    Database database = services.database();
    this.externals =
        new FederatedAccounts(
            database, Role.ofAccount(config.access().newcomers()).orElse(Role.READER));
    SessionCookie cookies = new SessionCookie(config.encrypted());
    this.people =
        new AccountServices(
            new Accounts(database),
            new Management(database),
            new Sessions(database, config.access()),
            new Tokens(database),
            new Invitations(database),
            new PasswordHashes(),
            cookies,
            new Throttle(
                new ClientAddress(config.rateLimit().clientHeader()), Ticker.systemTicker()),
            new KnownDevices(cookies, Clock.systemUTC()));
    this.gate =
        new Gate(
            config.openReading(),
            credentials(),
            new FormTokens(people.cookies(), config.publicUrl()),
            services.answers());
  }

  /** Identifies the caller of every request, and checks their role. */
  public Gate gate() {
    return gate;
  }

  public void add(Routes routes) {
    DeskConfig config = services.config();
    Pages pages = services.pages();
    SignInPage signIn = new SignInPage(people, config.access(), pages);
    addProvider(routes, signIn);
    routes.get(Gate.SIGN_IN, signIn::show, Role.ANYBODY);
    routes.post(Gate.SIGN_IN, signIn::signIn, Role.ANYBODY);
    routes.post("/sign-out", signIn::signOut, Role.ANYBODY);
    WelcomePage welcome = new WelcomePage(people, signIn, pages);
    routes.get(WelcomePage.PATH, welcome::show, Role.ANYBODY);
    routes.post(WelcomePage.PATH, welcome::accept, Role.ANYBODY);
    AccountPage account = new AccountPage(people, pages);
    routes.getOwn(AccountPage.PATH, account::show);
    PasswordPage password = new PasswordPage(people, signIn, pages);
    routes.getOwn(PasswordPage.PATH, password::show);
    routes.postOwn(PasswordPage.PATH, password::change);
    routes.postOwn("/account/sessions/end", account::endOthers);
    routes.postOwn("/account/sessions/{id}/end", account::endSession);
    routes.postOwn("/account/tokens", account::makeToken);
    routes.postOwn("/account/tokens/{id}/revoke", account::revokeToken);
    addOperators(routes);
  }

  /** Adds the provider's routes even without a provider, so that the list of routes is constant. */
  private void addProvider(Routes routes, SignInPage signIn) {
    Handler leave = context -> services.answers().fail(context, Failure.of(404, "address-unknown"));
    Handler comeBack = leave;
    if (services.config().access().oidc().on()) {
      OidcSignIn provider = new OidcSignIn(services, externals, signIn);
      leave = provider::leave;
      comeBack = provider::comeBack;
    }
    routes.get(OidcSignIn.PATH, leave, Role.ANYBODY);
    routes.get(OidcSignIn.CALLBACK, comeBack, Role.ANYBODY);
  }

  private List<Credential> credentials() {
    return List.of(
        new TokenCredential(people.tokens()),
        new ProxyCredential(services.config().access().proxy(), externals),
        new SessionCredential(people.cookies(), people.sessions()));
  }

  private void addOperators(Routes routes) {
    AccountsPage accounts = new AccountsPage(people, services.baseUrl(), services.pages());
    routes.get(AccountsPage.PATH, accounts::show, Role.OPERATOR);
    routes.post(AccountsPage.PATH, accounts::add, Role.OPERATOR);
    routes.post("/accounts/{id}/link", accounts::link, Role.OPERATOR);
    routes.post("/accounts/{id}/role", accounts::role, Role.OPERATOR);
    routes.post("/accounts/{id}/close", accounts::close, Role.OPERATOR);
    routes.post("/accounts/{id}/reopen", accounts::reopen, Role.OPERATOR);
    AuditPage audit = new AuditPage(new AuditLog(services.database()), services.pages());
    routes.get(AuditPage.PATH, audit::show, Role.OPERATOR);
  }
}
