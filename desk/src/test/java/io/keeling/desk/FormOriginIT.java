package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.access.Account;
import io.keeling.desk.access.Role;
import io.keeling.desk.access.Scope;
import io.keeling.desk.accounts.store.Tokens;
import io.keeling.desk.running.Browser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a change may come from. */
class FormOriginIT extends StaffedDesk {

  @Test
  void aFormComesFromWhereReadersReachTheDeskOrFromTheAddressThatIsAsked() {
    int port = desk.at("/").getPort();
    for (String here :
        List.of("http://desk.example", "HTTP://Desk.Example:80", "http://127.0.0.1:" + port)) {
      assertThat(from(port, "keeling-session", here)).as(here).isEqualTo(303);
    }
    for (String elsewhere :
        List.of(
            "https://desk.example",
            "http://desk.example:8080",
            "http://a.desk.example",
            "http://127.0.0.1",
            "https://127.0.0.1:" + port,
            "http://elsewhere.example/?://desk.example",
            "x://127.0.0.1:" + port,
            "null")) {
      assertThat(from(port, "keeling-session", elsewhere)).as(elsewhere).isEqualTo(403);
    }
  }

  @Test
  void behindAProxyThatAddsTlsAFormComesFromThePublicAddressAlone() {
    try (Desk behind =
        desk.another(set -> set.publicUrl(URI.create("https://news.example:8443/desk")))) {
      String cookie = "__Host-keeling-session";
      assertThat(from(behind.port(), cookie, "https://news.example:8443")).isEqualTo(303);
      for (String elsewhere :
          List.of(
              "https://news.example",
              "http://news.example:8443",
              "http://127.0.0.1:" + behind.port(),
              "https://127.0.0.1:" + behind.port())) {
        assertThat(from(behind.port(), cookie, elsewhere)).as(elsewhere).isEqualTo(403);
      }
    }
  }

  @Test
  void aTokenThatABrowserKeepsAsAPasswordHelpsNoOtherSite() {
    Account ida = staff.of("ida", Role.EDITOR);
    String token = new Tokens(staff.database()).make(ida, "desk", Scope.WRITE, 1).orElseThrow();
    String pair =
        Base64.getEncoder().encodeToString(("ida:" + token).getBytes(StandardCharsets.UTF_8));
    for (String authorization : List.of("Basic " + pair, "Bearer " + token)) {
      assertThat(collect(authorization, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
      assertThat(collect(authorization, "Origin", "https://elsewhere.example")).isEqualTo(403);
      assertThat(collect(authorization, "Accept", "")).isEqualTo(400);
    }
  }

  /** What a collection without a name answers, so that none is made. */
  private int collect(String authorization, String header, String value) {
    return new Browser(desk.at("/").getPort())
        .with("Authorization", authorization)
        .with(header, value)
        .post("/collections", "name", "")
        .statusCode();
  }

  /** What signing out answers to somebody with the right word, who comes from somewhere. */
  private int from(int port, String cookie, String origin) {
    Browser ida = new Browser(port).withCookie(cookie, staff.session(staff.of("ida", Role.READER)));
    return ida.with("Origin", origin).post("/sign-out", "csrf", ida.csrf("/account")).statusCode();
  }
}
