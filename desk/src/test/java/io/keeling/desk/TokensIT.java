package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.Role;
import io.keeling.desk.access.Scope;
import io.keeling.desk.accounts.store.Secrets;
import io.keeling.desk.accounts.store.Tokens;
import io.keeling.desk.running.Browser;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.desk.running.Staff;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Desks.class)
class TokensIT {

  private static final String SESSION = "keeling-session";

  private Staff staff;
  private Desk closed;
  private Tokens tokens;

  @BeforeEach
  void open(RunningDesk desk) {
    staff = new Staff(desk);
    tokens = new Tokens(staff.database());
    closed = desk.closed();
  }

  @AfterEach
  void close() {
    closed.close();
    staff.close();
  }

  @Test
  void aTokenIsShownOnceAndKeptAsADigest() {
    // given
    Browser browser = signedIn("ida", Role.EDITOR);

    // when
    Document page = browser.page("/account");
    assertThat(page.select("#scope option").eachAttr("value")).containsExactly("read", "write");
    Document made =
        Jsoup.parse(
            browser
                .submit(page, "/account/tokens", "label", "Nightly", "scope", "read", "days", "7")
                .body());

    // then
    String token = made.select("#token").text();
    assertThat(token).startsWith("keeling_").hasSize(51);
    assertThat(browser.get("/account").body()).contains("Nightly").doesNotContain(token);
    assertThat(staff.stored("SELECT encode(digest, 'hex') FROM account_token"))
        .containsExactly(HexFormat.of().formatHex(Secrets.digest(token)));
    assertThat(staff.stored("SELECT subject FROM audit WHERE action = 'token.make'"))
        .containsExactly("Nightly, read, 7 d");
    assertThat(program("Bearer " + token, "/api/articles")).isEqualTo(200);

    // and taken back
    browser.submit(
        browser.page("/account"),
        browser.page("/account").select("form[action$=revoke]").attr("action"));
    assertThat(program("Bearer " + token, "/api/articles")).isEqualTo(401);
    assertThat(staff.stored("SELECT action FROM audit ORDER BY id DESC LIMIT 1"))
        .containsExactly("token.revoke");
  }

  @Test
  void aTokenMayWhatItsScopeAndItsAccountMay() {
    Account operator = staff.of("ona", Role.OPERATOR);
    Account reader = staff.of("rea", Role.READER);
    String all = tokens.make(operator, "all", Scope.OPERATE, 1).orElseThrow();
    String read = tokens.make(operator, "read", Scope.READ, 1).orElseThrow();
    String readers = tokens.make(reader, "all", Scope.OPERATE, 1).orElseThrow();

    assertThat(program("Bearer " + all, "/audit")).isEqualTo(200);
    assertThat(program("Bearer " + read, "/audit")).isEqualTo(403);
    assertThat(program("Bearer " + readers, "/audit")).isEqualTo(403);
    assertThat(program("Bearer " + read, "/api/articles")).isEqualTo(200);
    assertThat(program("Bearer " + readers, "/api/articles")).isEqualTo(200);
  }

  @Test
  void aTokenNeitherSeesNorMakesNorEndsWaysIn() {
    // given somebody at a browser, with a token to read
    Account ona = staff.of("ona", Role.OPERATOR);
    Browser browser = signedIn("ona", Role.OPERATOR);
    String read = tokens.make(ona, "read", Scope.READ, 1).orElseThrow();
    String all = tokens.make(ona, "all", Scope.OPERATE, 1).orElseThrow();

    for (String token : List.of(read, all)) {
      // when whoever found the token asks for another, and ends what is there
      Browser program = new Browser(closed.port()).with("Authorization", "Bearer " + token);
      HttpResponse<String> asked =
          program.post("/account/tokens", "label", "more", "scope", "operate", "days", "366");
      assertThat(asked.statusCode()).isEqualTo(403);
      assertThat(asked.body()).contains("Not with a token").doesNotContain("keeling_");
      assertThat(program.post("/account/sessions/end").statusCode()).isEqualTo(403);
      assertThat(program.get("/account").statusCode()).isEqualTo(403);
      for (String id : staff.stored("SELECT id::text FROM account_token")) {
        assertThat(program.post("/account/tokens/" + id + "/revoke").statusCode()).isEqualTo(403);
      }
      for (String id : staff.stored("SELECT id::text FROM account_session")) {
        assertThat(program.post("/account/sessions/" + id + "/end").statusCode()).isEqualTo(403);
      }
    }

    // then
    assertThat(staff.stored("SELECT label FROM account_token ORDER BY id"))
        .containsExactly("read", "all");
    assertThat(browser.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void nobodyMakesATokenThatMayMoreThanTheyMay() {
    // Else it would wait for the day its owner is given another role.
    Browser browser = signedIn("rea", Role.READER);
    for (Scope scope : List.of(Scope.WRITE, Scope.OPERATE)) {
      HttpResponse<String> asked =
          browser.submit(
              browser.page("/account"), "/account/tokens", "label", "t", "scope", scope.code());
      assertThat(asked.statusCode()).as(scope.code()).isEqualTo(422);
    }
    assertThat(staff.stored("SELECT label FROM account_token")).isEmpty();
  }

  @Test
  void feedReadersSendItAsAPassword() {
    String token = tokens.make(staff.of("ida", Role.READER), "desk", Scope.READ, 1).orElseThrow();
    assertThat(program(basic("whoever:" + token), "/feed.atom")).isEqualTo(200);
    // A password of an account is no token.
    assertThat(program(basic("ida:" + Staff.PASSWORD), "/feed.atom")).isEqualTo(401);
    assertThat(program("Basic ???", "/feed.atom")).isEqualTo(401);
    assertThat(program("Bearer", "/feed.atom")).isEqualTo(401);
    assertThat(program("Bearer keeling_x", "/feed.atom")).isEqualTo(401);
  }

  @Test
  void aTokenThatHoldsNoLongerIsNotHelpedByACookie() {
    Account ida = staff.of("ida", Role.READER);
    String token = tokens.make(ida, "old", Scope.READ, 1).orElseThrow();
    staff
        .database()
        .change(handle -> handle.execute("UPDATE account_token SET expires_at = now()"));
    Browser browser = signedIn("ida", Role.READER).with("Authorization", "Bearer " + token);
    assertThat(browser.get("/api/articles").statusCode()).isEqualTo(401);
  }

  @Test
  void programsChangeWithoutATokenForForms() {
    Account ona = staff.of("ona", Role.OPERATOR);
    String token = tokens.make(ona, "all", Scope.OPERATE, 1).orElseThrow();
    Browser program = new Browser(closed.port()).with("Authorization", "Bearer " + token);
    assertThat(program.post("/accounts", "name", "new", "role", "reader").statusCode())
        .isEqualTo(200);
    assertThat(
            new Browser(closed.port())
                .with("Authorization", "Bearer keeling_x")
                .post("/sign-in", "name", "ona", "password", Staff.PASSWORD)
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void thereIsABoundAndWhatIsWrongIsRefused() {
    Account ida = staff.of("ida", Role.READER);
    for (int i = 0; i < Tokens.MOST; i++) {
      assertThat(tokens.make(ida, "t" + i, Scope.READ, 1)).isPresent();
    }
    Browser browser = signedIn("ida", Role.READER);
    Document page = browser.page("/account");
    for (String days : List.of("1", "0", "367", "x", "")) {
      assertThat(
              browser
                  .submit(page, "/account/tokens", "label", "more", "scope", "read", "days", days)
                  .statusCode())
          .isEqualTo(422);
    }
    assertThat(staff.stored("SELECT count(*)::text FROM account_token"))
        .containsExactly(String.valueOf(Tokens.MOST));
  }

  private Browser signedIn(String name, Role role) {
    return new Browser(closed.port()).withCookie(SESSION, staff.session(staff.of(name, role)));
  }

  private int program(String authorization, String path) {
    return new Browser(closed.port())
        .with("Accept", "")
        .with("Authorization", authorization)
        .get(path)
        .statusCode();
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
