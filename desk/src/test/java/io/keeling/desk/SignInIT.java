package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.access.Role;
import io.keeling.desk.accounts.store.Secrets;
import io.keeling.desk.running.Browser;
import io.keeling.desk.running.RunningDesk;
import io.keeling.desk.running.Staff;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Signing in with a password of the desk's own, and sessions. */
class SignInIT extends StaffedDesk {

  private static final String SESSION = "keeling-session";
  private static final String DEVICE = "keeling-device";

  @Test
  void signsInWithACookieThatNoScriptReadsAndGoesOnWhereSomebodyWanted() {
    // given
    staff.of("ida", Role.EDITOR);
    Browser browser = browser();

    // when
    HttpResponse<String> done = signIn(browser, "/sign-in?next=/?q=coal", "IDA ", Staff.PASSWORD);

    // then
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(Browser.location(done)).endsWith("/?q=coal");
    String cookie = done.headers().allValues("Set-Cookie").get(0);
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
    assertThat(browser.page("/").select(".who a").text()).isEqualTo("ida");
    assertThat(browser.get("/").headers().firstValue("Cache-Control"))
        .contains("private, no-cache");
    // Of the secret only a digest is kept.
    assertThat(staff.stored("SELECT encode(digest, 'hex') FROM account_session"))
        .containsExactly(HexFormat.of().formatHex(Secrets.digest(browser.cookie(SESSION))));
  }

  @Test
  void behindTlsTheCookieGoesOverNothingElse() {
    staff.of("ida", Role.EDITOR);
    try (Desk another = desk.another(c -> c.publicUrl(URI.create("https://desk.example")))) {
      HttpResponse<String> done = signIn(new Browser(another.port()), "ida", Staff.PASSWORD);
      assertThat(done.headers().allValues("Set-Cookie").get(0))
          .startsWith("__Host-keeling-session=")
          .contains("Secure");
    }
  }

  @Test
  void saysTheSameWhetherNameOrPasswordIsWrong() {
    staff.of("ida", Role.EDITOR);
    Browser browser = browser();
    HttpResponse<String> password = signIn(browser, "ida", "not this one, surely");
    HttpResponse<String> name = signIn(browser, "ada", Staff.PASSWORD);
    assertThat(password.statusCode()).isEqualTo(422);
    assertThat(name.statusCode()).isEqualTo(422);
    assertThat(name.body().replace("value=\"ada\"", "value=\"ida\"")).isEqualTo(password.body());
    assertThat(browser.cookie(SESSION)).isEmpty();
  }

  @Test
  void goesOnNowhereElse() {
    staff.of("ida", Role.EDITOR);
    for (String next :
        List.of("//elsewhere.example", "https://elsewhere.example", "/\\elsewhere")) {
      Browser browser = browser();
      Document form = browser.page("/sign-in");
      form.selectFirst("form[action='/sign-in'] input[name=next]").val(next);
      HttpResponse<String> done =
          browser.submit(form, "/sign-in", "name", "ida", "password", Staff.PASSWORD);
      assertThat(URI.create(Browser.location(done)).getPath()).isEqualTo("/");
      assertThat(Browser.location(done)).doesNotContain("elsewhere");
    }
  }

  @Test
  void sessionsAreListedAndEnded() {
    // given
    Account ida = staff.of("ida", Role.READER);
    Browser here = browser().withCookie(SESSION, staff.session(ida));
    Browser there = browser().withCookie(SESSION, staff.session(ida));
    Browser elsewhere = browser().withCookie(SESSION, staff.session(ida));
    Document page = here.page("/account");
    assertThat(page.select("tbody tr")).hasSize(3);

    // when one of the others is ended
    Element end = page.selectFirst("tbody form");
    here.submit(page, end.attr("action"));
    assertThat(here.page("/account").select("tbody tr")).hasSize(2);

    // and then all others
    here.submit(page, "/account/sessions/end");
    assertThat(there.get("/account").statusCode()).isEqualTo(303);
    assertThat(elsewhere.get("/account").statusCode()).isEqualTo(303);
    assertThat(here.get("/account").statusCode()).isEqualTo(200);

    // and this one
    here.submit(page, "/sign-out");
    assertThat(here.cookie(SESSION)).isEmpty();
    assertThat(staff.stored("SELECT id::text FROM account_session")).isEmpty();
    assertThat(actions())
        .containsSubsequence("session.end", "session.end-others", "session.end", "session.begin");
  }

  @Test
  void nobodyEndsAnothersSession() {
    Account ida = staff.of("ida", Role.READER);
    Browser idas = browser().withCookie(SESSION, staff.session(ida));
    Browser eves = browser().withCookie(SESSION, staff.session(staff.of("eve", Role.OPERATOR)));
    String id = staff.stored("SELECT min(id)::text FROM account_session").get(0);

    eves.post("/account/sessions/" + id + "/end", "csrf", eves.csrf("/account"));

    assertThat(idas.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void sessionsEndWhenTheyAreIdleOrOldAndWhenTheirAccountIsClosed() {
    Account ida = staff.of("ida", Role.READER);
    for (String change :
        List.of(
            "UPDATE account_session SET seen_at = now() - interval '4 days'",
            "UPDATE account_session SET expires_at = now() - interval '1 second'",
            "UPDATE account SET closed_at = now()")) {
      Browser browser = browser().withCookie(SESSION, staff.session(ida));
      assertThat(browser.get("/account").statusCode()).isEqualTo(200);
      staff.database().change(handle -> handle.execute(change));
      assertThat(browser.get("/account").statusCode()).as(change).isEqualTo(303);
    }
  }

  @Test
  void anAccountHasABoundedNumberOfSessions() {
    Account ida = staff.of("ida", Role.READER);
    Browser first = browser().withCookie(SESSION, staff.session(ida));
    for (int i = 0; i < 20; i++) {
      staff.session(ida);
    }
    assertThat(staff.stored("SELECT id::text FROM account_session")).hasSize(20);
    assertThat(first.get("/account").statusCode()).isEqualTo(303);
  }

  @Test
  void whoGuessesIsSlowedDownAndKeepsNobodyOutWhoIsKnown() {
    staff.of("ida", Role.EDITOR);
    try (Desk another = desk.another(config -> config)) {
      // given a browser with which she signed in, and one that says so of itself
      Browser known = new Browser(another.port());
      assertThat(signIn(known, "ida", Staff.PASSWORD).statusCode()).isEqualTo(303);
      known.submit(known.page("/account"), "/sign-out");
      String device = known.cookie(DEVICE);
      String[] parts = device.split("[.]");
      Browser forged =
          new Browser(another.port())
              .withCookie(DEVICE, parts[0] + "." + Secrets.make() + "." + parts[2]);
      Browser ofAnother = new Browser(another.port()).withCookie(DEVICE, device);

      // when somebody guesses
      Browser browser = new Browser(another.port());
      Document form = browser.page("/sign-in");
      int status = 0;
      for (int i = 0; i < 50; i++) {
        status =
            browser
                .submit(form, "/sign-in", "name", "n" + i, "password", "something wrong")
                .statusCode();
        assertThat(status).isEqualTo(i < 49 ? 422 : 429);
      }

      // then he is refused, and so is who is not known
      HttpResponse<String> refused =
          browser.submit(form, "/sign-in", "name", "ida", "password", Staff.PASSWORD);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("0")))
          .isBetween(1, 900);
      assertThat(signIn(forged, "ida", Staff.PASSWORD).statusCode()).isEqualTo(429);
      assertThat(signIn(ofAnother, "ada", Staff.PASSWORD).statusCode()).isEqualTo(429);

      // but not she, who may not guess without end either
      assertThat(signIn(known, "ida", Staff.PASSWORD).statusCode()).isEqualTo(303);
      known.submit(known.page("/account"), "/sign-out");
      for (int i = 0; i < 21; i++) {
        assertThat(signIn(known, "ida", "something wrong").statusCode())
            .isEqualTo(i < 20 ? 422 : 429);
      }

      // and with another password the browser is not known any more
      staff.database().change(handle -> handle.execute("UPDATE account SET password = 'another'"));
      assertThat(signIn(known, "ida", Staff.PASSWORD).statusCode()).isEqualTo(429);
    }
  }

  private static HttpResponse<String> signIn(Browser browser, String name, String password) {
    return signIn(browser, "/sign-in", name, password);
  }

  private static HttpResponse<String> signIn(
      Browser browser, String page, String name, String password) {
    return browser.submit(browser.page(page), "/sign-in", "name", name, "password", password);
  }

  @Test
  void theDatabaseAwayNeitherSignsInNorLetsThrough() {
    try (Desk away = RunningDesk.deskAt("jdbc:postgresql://127.0.0.1:1/none", 0)) {
      Browser browser = new Browser(away.port()).withCookie(SESSION, Secrets.make());
      assertThat(browser.get("/account").statusCode()).isEqualTo(503);
      assertThat(browser.get("/healthz").statusCode()).isEqualTo(200);
    }
  }

  private Browser browser() {
    return new Browser(desk.at("/").getPort());
  }

  private List<String> actions() {
    return new AuditLog(staff.database()).entries(0).stream().map(AuditLog.Entry::action).toList();
  }
}
