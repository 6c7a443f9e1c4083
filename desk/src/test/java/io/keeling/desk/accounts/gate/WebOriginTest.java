package io.keeling.desk.accounts.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebOriginTest {

  @ParameterizedTest
  @CsvSource({
    "http://desk.example, http, desk.example, 80",
    "https://desk.example, https, desk.example, 443",
    "HTTPS://Desk.Example:443, https, desk.example, 443",
    "http://desk.example:8080, http, desk.example, 8080",
    "http://desk_1:8080, http, desk_1, 8080",
    "http://[::1]:8080, http, [::1], 8080",
    "http://127.0.0.1, http, 127.0.0.1, 80",
  })
  void isASchemeAHostAndAPort(String written, String scheme, String host, int port) {
    assertThat(WebOrigin.of(written)).contains(new WebOrigin(scheme, host, port));
  }

  @Test
  void aPortThatIsTheSchemesOwnMakesNoDifference() {
    assertThat(WebOrigin.of("http://desk.example:80"))
        .isEqualTo(WebOrigin.of("http://desk.example"));
    assertThat(WebOrigin.of("https://desk.example:80"))
        .isNotEqualTo(WebOrigin.of("https://desk.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "desk.example",
        "://desk.example",
        "ftp://desk.example",
        "http://",
        "http://desk.example/",
        "http://elsewhere.example/?://desk.example",
        "http://desk.example@elsewhere.example",
        "http://elsewhere.example#://desk.example",
        "http://desk.example:port",
        "http://desk.example:99999",
        "http://desk.example, http://elsewhere.example",
      })
  void anythingElseIsNone(String written) {
    assertThat(WebOrigin.of(written)).isEmpty();
  }
}
