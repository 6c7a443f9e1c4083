package io.keeling.desk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.desk.access.gate.FormTokens;
import io.keeling.desk.access.gate.SessionCookie;
import io.keeling.runtime.health.ProgressLimits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskConfigTest {

  private static final DeskConfig USUAL = DeskConfig.defaults();
  private static final AccessConfig ACCESS = AccessConfig.defaults();

  @Test
  void alertsNameTheKeyAndWhatIsAllowed() {
    assertThatThrownBy(
            () ->
                new AlertsConfig(
                    false, List.of("10.0.0.0"), Duration.ofSeconds(5), MailConfig.defaults()))
        .hasMessageStartingWith("allowedNetworks: ");
    assertThatThrownBy(
            () -> new AlertsConfig(false, List.of(), Duration.ZERO, MailConfig.defaults()))
        .hasMessageStartingWith("firstRetry must be");
    assertThatThrownBy(
            () -> new MailConfig("h", 25, MailConfig.Security.NONE, null, null, null, "a\r\nb@c.d"))
        .hasMessageStartingWith("from must be");
    assertThat(
            new MailConfig("h", 25, MailConfig.Security.NONE, "u", "hidden", null, "a@b.example")
                .toString())
        .doesNotContain("hidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://ida:hidden@a.example/",
        "https://a.example:99999/",
        "https://a.example:0/",
        "https://a.example/#top",
        "HTTPS://a.example/",
        "https:///path",
        "//a.example/"
      })
  void aPublicAddressThatIsNoOriginIsRefusedByName(String address) {
    assertThatThrownBy(() -> new DeskConfigBuilder(USUAL).publicUrl(url(address)).build())
        .hasMessageStartingWith(
            "publicUrl must be an http or https address without user, query and fragment, not ")
        .hasMessageNotContaining("hidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://[::1]:8080", "https://a.example/desk/", "http://1.2.3.4", "http://a:"})
  void whatIsTakenAsPublicAddressIsAnOrigin(String address) {
    DeskConfig config = new DeskConfigBuilder(USUAL).publicUrl(url(address)).build();

    assertThatNoException()
        .isThrownBy(
            () -> new FormTokens(new SessionCookie(config.encrypted()), config.publicUrl()));
  }

  @Test
  void namesTheKeyAndWhatIsAllowed() {
    assertThatThrownBy(() -> new DeskConfigBuilder(USUAL).port(70000).build())
        .hasMessage("port must be between 0 and 65535, not 70000");
    assertThatThrownBy(() -> new DeskConfigBuilder(USUAL).bindAddress(" ").build())
        .hasMessageStartingWith("bindAddress must be");
    assertThatThrownBy(() -> new DeskConfigBuilder(USUAL).publicUrl(url("ftp://a")).build())
        .hasMessage(
            "publicUrl must be an http or https address without user, query and fragment, not ftp://a");
    assertThatThrownBy(() -> new DeskConfigBuilder(USUAL).title("").build())
        .hasMessageStartingWith("title must be 1 to 60 characters");
    assertThatThrownBy(() -> new DeskConfigBuilder(USUAL).pageSize(201).build())
        .hasMessage("pageSize must be between 1 and 200, not 201");
    assertThatThrownBy(() -> new DeskConfigBuilder(USUAL).listeners(0).build())
        .hasMessage("listeners must be between 1 and 10000, not 0");
  }

  @Test
  void keepsWhatIsNotSetOtherwise() {
    DeskConfig other =
        new DeskConfigBuilder(USUAL)
            .bindAddress("::1")
            .port(7)
            .publicUrl(url("https://a.example"))
            .title("t")
            .pageSize(9)
            .listeners(11)
            .rateLimit(new DeskConfig.RateLimit(3, null))
            .search(DeskConfig.Search.defaults().in(Path.of("s")))
            .progress(new ProgressLimits(Duration.ofSeconds(30), Duration.ofMinutes(9)))
            .access(ACCESS.withOpenReading(true))
            .alerts(new AlertsConfig(true, List.of(), Duration.ofSeconds(1), MailConfig.defaults()))
            .build();
    assertThat(other).usingRecursiveComparison().isNotEqualTo(USUAL);
    assertThat(new DeskConfigBuilder(other).build()).isEqualTo(other);
    assertThat(new DeskConfigBuilder(other).title("Keeling").build().search())
        .isEqualTo(other.search());
  }

  @Test
  void checksHowOftenAClientMayAsk() {
    assertThatThrownBy(() -> new DeskConfig.RateLimit(-1, null))
        .hasMessage("requestsPerMinute must be between 0 and 1000000, not -1");
    assertThatThrownBy(() -> new DeskConfig.RateLimit(1, "X Forwarded"))
        .hasMessage("clientHeader must be the name of a header, not X Forwarded");
  }

  @Test
  void readingIsOpenByItselfOnThisMachineAlone() {
    assertThat(USUAL.openReading()).isTrue();
    for (String address : new String[] {"::1", "127.0.0.7", "localhost"}) {
      assertThat(new DeskConfigBuilder(USUAL).bindAddress(address).build().openReading())
          .as(address)
          .isTrue();
    }
    DeskConfig everywhere = new DeskConfigBuilder(USUAL).bindAddress("0.0.0.0").build();
    assertThat(everywhere.openReading()).isFalse();
    AccessConfig open = ACCESS.withOpenReading(true);
    assertThat(new DeskConfigBuilder(everywhere).access(open).build().openReading()).isTrue();
    AccessConfig closed = ACCESS.withOpenReading(false);
    assertThat(new DeskConfigBuilder(USUAL).access(closed).build().openReading()).isFalse();
  }

  @Test
  void checksHowLongSessionsLast() {
    assertThatThrownBy(() -> access(Duration.ofMinutes(1), Duration.ofDays(1)))
        .hasMessageStartingWith("sessionIdle must be between");
    assertThatThrownBy(() -> access(Duration.ofDays(1), Duration.ofDays(900)))
        .hasMessageStartingWith("sessionLength must be between");
  }

  @Test
  void believesOfAProxyWhatComesFromItsAddressesAlone() {
    for (String address : new String[] {"proxy.example", "10.0.0.0/99", "10.0.0.256", ""}) {
      assertThatThrownBy(() -> new AccessConfig.Proxy(List.of(address), "X-User", null))
          .as(address)
          .hasMessageStartingWith("addresses must be");
    }
    assertThatThrownBy(() -> new AccessConfig.Proxy(List.of(), "X User", null))
        .hasMessageStartingWith("userHeader must be");
  }

  @Test
  void aProviderNeedsWhatTheDeskIsKnownByAndKeepsItOutOfLogs() {
    URI issuer = url("https://id.example");
    assertThatThrownBy(() -> oidc(issuer, null, "s")).hasMessageStartingWith("clientId must be");
    assertThatThrownBy(() -> oidc(issuer, "desk", null)).hasMessageContaining("clientSecret");
    assertThatThrownBy(() -> oidc(url("ftp://id.example"), "desk", "s"))
        .hasMessageStartingWith("issuer must be");
    assertThat(oidc(issuer, "desk", "hidden").toString()).doesNotContain("hidden");
  }

  private static OidcConfig oidc(URI issuer, String client, String secret) {
    OidcConfig usual = OidcConfig.defaults();
    return new OidcConfig(
        issuer, client, secret, null, usual.scope(), usual.nameClaim(), null, usual.algorithm());
  }

  private static AccessConfig access(Duration idle, Duration length) {
    return new AccessConfig(null, idle, length, ACCESS.newcomers(), ACCESS.proxy(), ACCESS.oidc());
  }

  @Test
  void cutsTheSlashAtTheEndOfTheAddress() {
    assertThat(
            new DeskConfigBuilder(USUAL)
                .publicUrl(url("https://a.example/desk/"))
                .build()
                .baseUrl())
        .isEqualTo("https://a.example/desk");
  }

  private static URI url(String text) {
    return URI.create(text);
  }
}
