package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.Role;
import io.keeling.desk.access.store.AuditLog;
import io.keeling.desk.running.Browser;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.desk.running.Staff;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Desks.class)
class AccountsIT {

  private static final String SESSION = "keeling-session";

  private RunningDesk desk;
  private Staff staff;
  private Browser operator;

  @BeforeEach
  void open(RunningDesk empty, Staff people) {
    desk = empty;
    staff = people;
    operator = signedIn(staff.of("ona", Role.OPERATOR));
  }

  @Test
  void anOperatorAddsSomebodyWhoSetsAPasswordAndSignsIn() {
    // when
    HttpResponse<String> added =
        operator.submit(operator.page("/accounts"), "/accounts", "name", "Ida", "role", "editor");
    Document page = Jsoup.parse(added.body());
    URI link = URI.create(page.select("#link").text());

    // then
    assertThat(link.getHost()).isEqualTo("desk.example");
    assertThat(operator.get("/accounts").body()).doesNotContain(link.getQuery());
    Browser ida = browser();
    Document welcome = ida.page(link.getPath() + "?" + link.getRawQuery());
    assertThat(welcome.select("#name").hasAttr("readonly")).isTrue();
    HttpResponse<String> set =
        ida.submit(welcome, "/welcome", "name", "somebody-else", "password", Staff.PASSWORD);
    assertThat(set.statusCode()).isEqualTo(303);
    assertThat(ida.page("/account").select("main").text()).contains("You are ida, editor.");
    assertThat(actions()).containsSubsequence("account.password", "account.add");

    // and a new link holds once, and ends the old sessions when it is used
    Document again =
        Jsoup.parse(operator.submit(operator.page("/accounts"), action("ida", "link")).body());
    assertThat(ida.get("/account").statusCode()).isEqualTo(200);
    URI second = URI.create(again.select("#link").text());
    Browser elsewhere = browser();
    elsewhere.submit(
        elsewhere.page(second.getPath() + "?" + second.getRawQuery()),
        "/welcome",
        "password",
        "another sentence of hers");
    assertThat(ida.get("/account").statusCode()).isEqualTo(303);
    assertThat(elsewhere.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void aRoleHoldsAtOnce() {
    Account ida = staff.of("ida", Role.READER);
    Browser browser = signedIn(ida);
    assertThat(browser.get("/audit").statusCode()).isEqualTo(403);
    operator.submit(operator.page("/accounts"), action("ida", "role"), "role", "operator");
    assertThat(browser.get("/audit").statusCode()).isEqualTo(200);
    assertThat(browser.get("/audit").body()).contains("ida, reader to operator");
  }

  @Test
  void aClosedAccountIsOutAtOnceAndMayBeOpenedAgain() {
    Browser ida = signedIn(staff.of("ida", Role.READER));
    operator.submit(operator.page("/accounts"), action("ida", "close"));
    assertThat(ida.get("/account").statusCode()).isEqualTo(303);
    assertThat(signIn("ida").statusCode()).isEqualTo(422);

    operator.submit(operator.page("/accounts"), action("ida", "reopen"));
    assertThat(ida.get("/account").statusCode()).isEqualTo(303);
    assertThat(signIn("ida").statusCode()).isEqualTo(303);
    assertThat(actions()).containsSubsequence("account.reopen", "account.close");
  }

  @Test
  void somebodyChangesTheirPasswordAndIsSignedOutEverywhereElse() {
    // given
    Account ida = staff.of("ida", Role.READER);
    Browser here = signedIn(ida);
    Browser elsewhere = signedIn(ida);
    String before = here.cookie(SESSION);
    String path = here.page("/account").select("a[href=/account/password]").attr("href");
    String wanted = "a longer sentence of hers";

    // when
    assertThat(change(here, path, "not the old one", wanted).statusCode()).isEqualTo(422);
    assertThat(change(here, path, Staff.PASSWORD, "too short").statusCode()).isEqualTo(422);
    assertThat(signIn("ida").statusCode()).isEqualTo(303);
    HttpResponse<String> changed = change(here, path, Staff.PASSWORD, wanted);

    // then
    assertThat(changed.statusCode()).isEqualTo(303);
    assertThat(here.cookie(SESSION)).isNotEqualTo(before);
    assertThat(here.get("/account").statusCode()).isEqualTo(200);
    assertThat(elsewhere.get("/account").statusCode()).isEqualTo(303);
    assertThat(browser().withCookie(SESSION, before).get("/account").statusCode()).isEqualTo(303);
    assertThat(signIn("ida").statusCode()).isEqualTo(422);
    assertThat(signIn("ida", wanted).statusCode()).isEqualTo(303);
    assertThat(actions().stream().filter("account.password"::equals)).hasSize(1);
  }

  @Test
  void whoGuessesAtThePasswordOfASessionIsThrottled() {
    Browser browser = signedIn(staff.of("ida", Role.READER));
    int tries = 0;
    while (change(browser, "/account/password", "a wrong one", Staff.PASSWORD).statusCode() == 422
        && tries < 200) {
      tries++;
    }
    assertThat(tries).isEqualTo(50);
    assertThat(change(browser, "/account/password", Staff.PASSWORD, "x").statusCode())
        .isEqualTo(429);
  }

  @Test
  void whomSomebodyElseVouchesForHasNoPasswordToChange() {
    Account ida = staff.of("ida", Role.READER);
    desk.archive()
        .execute("UPDATE account SET issuer = 'proxy', password = NULL WHERE name = 'ida'");
    Browser browser = signedIn(ida);
    assertThat(browser.page("/account/password").select("main form")).isEmpty();
    assertThat(
            browser
                .post("/account/password", "csrf", browser.csrf("/account"), "password", "x")
                .statusCode())
        .isEqualTo(422);
  }

  private static HttpResponse<String> change(
      Browser browser, String path, String current, String wanted) {
    return browser.submit(browser.page(path), path, "current", current, "password", wanted);
  }

  @Test
  void theLastOperatorStays() {
    for (String change : List.of("close", "role")) {
      HttpResponse<String> refused =
          operator.submit(operator.page("/accounts"), action("ona", change), "role", "reader");
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("the last operator");
    }
    staff.of("second", Role.OPERATOR);
    assertThat(operator.submit(operator.page("/accounts"), action("ona", "close")).statusCode())
        .isEqualTo(303);
  }

  @Test
  void whatIsWrongIsRefused() {
    staff.of("ida", Role.READER);
    Document page = operator.page("/accounts");
    for (String name : List.of("ida", "", "i da", "<b>", "x".repeat(65))) {
      assertThat(operator.submit(page, "/accounts", "name", name, "role", "reader").statusCode())
          .isEqualTo(422);
    }
    String csrf = operator.csrf("/accounts");
    for (String path : List.of("/accounts/99999/close", "/accounts/x/link", "/accounts/0/role")) {
      assertThat(operator.post(path, "csrf", csrf, "role", "reader").statusCode())
          .as(path)
          .isEqualTo(422);
    }
  }

  @Test
  void theAuditHasPages() {
    for (int i = 0; i < 101; i++) {
      staff.session(staff.of("ida", Role.READER));
    }
    Document page = operator.page("/audit");
    assertThat(page.select("tbody tr")).hasSize(AuditLog.PAGE);
    String older = page.select("a[href^='/audit?before=']").attr("href");
    assertThat(operator.page(older).select("tbody tr")).hasSize(2);
  }

  private String action(String name, String change) {
    String id =
        staff
            .database()
            .read(
                handle ->
                    handle
                        .createQuery("SELECT id::text FROM account WHERE name = :name")
                        .bind("name", name)
                        .mapTo(String.class)
                        .one());
    return "/accounts/" + id + "/" + change;
  }

  private HttpResponse<String> signIn(String name) {
    return signIn(name, Staff.PASSWORD);
  }

  private HttpResponse<String> signIn(String name, String password) {
    Browser browser = browser();
    return browser.submit(browser.page("/sign-in"), "/sign-in", "name", name, "password", password);
  }

  private Browser signedIn(Account account) {
    return browser().withCookie(SESSION, staff.session(account));
  }

  private Browser browser() {
    return new Browser(desk.at("/").getPort());
  }

  private List<String> actions() {
    return new AuditLog(staff.database()).entries(0).stream().map(AuditLog.Entry::action).toList();
  }
}
