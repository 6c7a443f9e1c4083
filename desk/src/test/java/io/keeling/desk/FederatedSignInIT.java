package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.access.Role;
import io.keeling.desk.config.AccessConfig;
import io.keeling.desk.config.OidcConfig;
import io.keeling.desk.running.Browser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Signing in elsewhere: behind a proxy that says who it is, and at a provider of OpenID Connect.
 */
class FederatedSignInIT extends StaffedDesk {

  private static final String SESSION = "keeling-session";
  private static final String CLIENT = "the-desk";

  private final MockOAuth2Server provider = new MockOAuth2Server();

  @AfterEach
  void close() {
    provider.shutdown();
  }

  @Test
  void aProxyThatIsTrustedSaysWhoItIs() {
    try (Desk behind = behind(List.of("127.0.0.0/8", "::1"), null)) {
      Browser ida = new Browser(behind.port()).with("X-Forwarded-User", "Ida@Desk.example");
      assertThat(ida.page("/account").select("main").text())
          .contains("You are ida@desk.example, reader.");
      assertThat(ida.get("/audit").statusCode()).isEqualTo(403);
      // Changes need the sign that they are meant here, too.
      assertThat(ida.post("/account/tokens", "label", "x").statusCode()).isEqualTo(403);
      assertThat(ida.submit(ida.page("/account"), "/account/tokens", "label", "x").statusCode())
          .isEqualTo(200);
      // The same person has the same account, and an operator may close it.
      ida.get("/account");
      assertThat(staff.stored("SELECT name FROM account")).containsExactly("ida@desk.example");
      staff.database().change(handle -> handle.execute("UPDATE account SET closed_at = now()"));
      assertThat(ida.get("/account").statusCode()).isEqualTo(303);
      // Two headers: one of them may be the browser's own.
      assertThat(new Browser(behind.port()).get("/account").statusCode()).isEqualTo(303);
    }
  }

  @Test
  void aProxyThatNamesRolesIsBelievedEachTime() {
    try (Desk behind = behind(List.of("127.0.0.1"), "X-Forwarded-Groups")) {
      Browser ida =
          new Browser(behind.port())
              .with("X-Forwarded-User", "ida")
              .with("X-Forwarded-Groups", "staff, operator,reader");
      assertThat(ida.get("/audit").statusCode()).isEqualTo(200);
      ida.with("X-Forwarded-Groups", "staff");
      assertThat(ida.get("/audit").statusCode()).isEqualTo(403);
      assertThat(staff.stored("SELECT role FROM account")).containsExactly("reader");
    }
  }

  @Test
  void nobodyElseIsBelieved() {
    staff.of("ida", Role.OPERATOR);
    for (List<String> trusted : List.of(List.<String>of(), List.of("192.0.2.7", "10.0.0.0/8"))) {
      try (Desk behind = behind(trusted, "X-Forwarded-Groups")) {
        Browser eve =
            new Browser(behind.port())
                .with("X-Forwarded-User", "eve")
                .with("X-Forwarded-Groups", "operator");
        assertThat(eve.get("/account").statusCode()).isEqualTo(303);
        assertThat(eve.get("/audit").statusCode()).isEqualTo(303);
      }
    }
    // Nor is anybody the local account of a name that a proxy says.
    try (Desk behind = behind(List.of("127.0.0.1"), null)) {
      Browser eve = new Browser(behind.port()).with("X-Forwarded-User", "ida");
      assertThat(eve.get("/account").statusCode()).isEqualTo(303);
    }
    assertThat(staff.stored("SELECT name FROM account")).containsExactly("ida");
  }

  @Test
  void whoSignsInAtAProviderHasASession() throws Exception {
    try (Desk served = at("groups")) {
      // given
      says("sub-1", Map.of("preferred_username", "Ida", "groups", List.of("editor")));
      Browser browser = new Browser(served.port());

      // when
      String leave =
          browser.page("/sign-in?next=/?q=coal").select("a[href^='/sign-in/oidc']").attr("href");
      HttpResponse<String> left = browser.get(leave);
      URI back = follow(left);
      HttpResponse<String> come = browser.get(back.getPath() + "?" + back.getRawQuery());

      // then
      assertThat(Browser.location(left))
          .contains("code_challenge_method=S256", "nonce=", "state=", "client_id=" + CLIENT);
      assertThat(come.statusCode()).isEqualTo(303);
      assertThat(Browser.location(come)).endsWith("/?q=coal");
      assertThat(browser.page("/account").select("main").text()).contains("You are ida, editor.");

      // and the way back is good once, for this browser
      assertThat(browser.get(back.getPath() + "?" + back.getRawQuery()).statusCode())
          .isEqualTo(422);
      Browser other = new Browser(served.port());
      assertThat(other.get(back.getPath() + "?" + back.getRawQuery()).statusCode()).isEqualTo(422);
      assertThat(other.cookie(SESSION)).isEmpty();

      // and the same person is the same account under another name, with the role of that day
      says("sub-1", Map.of("preferred_username", "Ada", "groups", "reader"));
      Browser again = new Browser(served.port());
      assertThat(come(again).statusCode()).isEqualTo(303);
      assertThat(again.page("/account").select("main").text()).contains("You are ida, reader.");
      assertThat(staff.stored("SELECT name FROM account")).containsExactly("ida");
    }
  }

  @Test
  void whatIsNotForThisDeskOrAttemptIsNotBelieved() throws Exception {
    try (Desk served = at(null)) {
      for (Map<String, Object> claims :
          List.<Map<String, Object>>of(
              Map.of("aud", "another-client"),
              Map.of("nonce", "of-another-attempt"),
              Map.of("iss", "https://elsewhere.example"),
              Map.of("exp", 1_000_000_000L))) {
        says("sub-2", claims);
        assertThat(come(new Browser(served.port())).statusCode())
            .as(claims.toString())
            .isEqualTo(422);
      }
      assertThat(staff.stored("SELECT name FROM account")).isEmpty();
    }
  }

  @Test
  void aProviderThatIsAwayKeepsNobodyFromTheDesk() throws Exception {
    try (Desk served = at(null)) {
      provider.shutdown();
      Browser browser = new Browser(served.port());
      assertThat(browser.get("/sign-in/oidc").statusCode()).isEqualTo(502);
      assertThat(browser.get("/sign-in").statusCode()).isEqualTo(200);
      assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }
  }

  private void says(String subject, Map<String, Object> claims) {
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback("default", subject, "JWT", null, claims, 3600));
  }

  /** Signs in at the provider. */
  private static HttpResponse<String> come(Browser browser) throws Exception {
    URI back = follow(browser.get("/sign-in/oidc"));
    return browser.get(back.getPath() + "?" + back.getRawQuery());
  }

  /** Goes to the provider, which asks nobody for anything, and says where it sends people back. */
  private static URI follow(HttpResponse<String> left) throws IOException, InterruptedException {
    return URI.create(Browser.location(ask(URI.create(Browser.location(left)))));
  }

  private static HttpResponse<String> ask(URI address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private Desk behind(List<String> addresses, String roleHeader) {
    AccessConfig.Proxy proxy = new AccessConfig.Proxy(addresses, "X-Forwarded-User", roleHeader);
    return desk.another(other -> other.access(desk.config().access().withProxy(proxy)));
  }

  /**
   * A desk at whose provider people sign in, which has made its keys by then: the desk waits only
   * seconds for its answers.
   */
  private Desk at(String roleClaim) throws IOException, InterruptedException {
    provider.start();
    ask(provider.wellKnownUrl("default").uri());
    ask(provider.jwksUrl("default").uri());
    OidcConfig oidc =
        new OidcConfig(
            provider.issuerUrl("default").uri(),
            CLIENT,
            "a secret of the desk",
            null,
            "openid profile",
            "preferred_username",
            roleClaim,
            "RS256");
    return desk.another(other -> other.access(desk.config().access().withOidc(oidc)));
  }
}
