package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.access.Role;
import io.keeling.desk.config.DeskConfig;
import io.keeling.desk.running.Browser;
import io.keeling.desk.running.RunningDesk;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that say what is wrong, to who is signed in. */
class ErrorPagesIT extends StaffedDesk {

  private static final String COOKIE = "keeling-session";

  @Test
  void theyKnowWhoIsSignedIn() {
    Browser ida = signedIn("ida", Role.READER);
    assertThat(who(ida.get("/nowhere"), 404)).isEqualTo("ida");
    assertThat(who(ida.get("/nowhere/at/all?lang=de"), 404)).isEqualTo("ida");
    assertThat(who(ida.get("/articles/none"), 404)).isEqualTo("ida");
    assertThat(who(ida.get("/?limit=many"), 400)).isEqualTo("ida");
    assertThat(who(ida.get("/audit"), 403)).isEqualTo("ida");
    assertThat(who(ida.send("DELETE", "/", null), 405)).isEqualTo("ida");
    assertThat(who(ida.post("/sign-out"), 403)).isEqualTo("ida");
    Browser ona = signedIn("ona", Role.OPERATOR);
    assertThat(Jsoup.parse(ona.get("/nowhere").body()).select("nav.operation a")).hasSize(5);
  }

  @Test
  void whoeverIsNotSignedInIsShownWhere() {
    Browser nobody = new Browser(desk.at("/").getPort());
    assertThat(who(nobody.get("/nowhere"), 404)).isEqualTo("Sign in");
    nobody.withCookie(COOKIE, "x".repeat(43));
    assertThat(who(nobody.get("/nowhere"), 404)).isEqualTo("Sign in");
  }

  @Test
  void whereItIsNotLookedUpOrTheDatabaseIsAwayTheyLeadToTheAccount() {
    DeskConfig.RateLimit limit = new DeskConfig.RateLimit(1, "X-Forwarded-For");
    try (Desk away = RunningDesk.limited(limit)) {
      Browser somebody =
          new Browser(away.port())
              .with("X-Forwarded-For", "192.0.2.1")
              .withCookie(COOKIE, "x".repeat(43));
      assertThat(who(somebody.get("/nowhere"), 404)).isEqualTo("Your account");
      assertThat(who(somebody.get("/nowhere"), 429)).isEqualTo("Your account");
      Browser nobody = new Browser(away.port()).with("X-Forwarded-For", "192.0.2.2");
      assertThat(who(nobody.get("/nowhere"), 404)).isEqualTo("Sign in");
      assertThat(who(nobody.get("/nowhere"), 429)).isEqualTo("Sign in");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/articles/none", "/nowhere", "/articles/none/versions/none"})
  void saysInPlainWordsThatThereIsNothing(String path) {
    assertThat(desk.get(path).statusCode()).isEqualTo(404);
    assertThat(desk.page(path).select("h1").text()).isEqualTo("Nothing here");
  }

  @Test
  void saysInPlainWordsWhatIsWrongWithAQuery() {
    assertThat(desk.get("/?limit=many").statusCode()).isEqualTo(400);
    assertThat(desk.page("/?limit=many").select(".notice").text())
        .contains("limit must be 1 to 200, not \"many\"");
  }

  @Test
  void aCharacterThatNoTextCanHoldIsTheReadersMistake() {
    assertThat(desk.get("/articles/%00").statusCode()).isIn(400, 404);
    assertThat(desk.get("/api/articles/a%00b").statusCode()).isIn(400, 404);
    assertThat(desk.get("/?q=%ED%A0%80&name=%ED%A0%80").statusCode()).isIn(200, 400);
  }

  private Browser signedIn(String name, Role role) {
    return new Browser(desk.at("/").getPort())
        .withCookie(COOKIE, staff.session(staff.of(name, role)));
  }

  private static String who(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).isEqualTo(status);
    Document page = Jsoup.parse(response.body());
    return page.select(".who a").text();
  }
}
