package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.serde.Json;
import io.keeling.desk.access.Role;
import io.keeling.desk.config.AlertsConfig;
import io.keeling.desk.config.MailConfig;
import io.keeling.desk.running.Browser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways by which the followers of a search are told, as page and API have them. */
class AlertChannelsIT extends ChannelDesk {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://hooks.example:99999/ | the port must be a number from 1 to 65535",
        "https://hooks.example:0/ | the port must be a number from 1 to 65535",
        "https:///path | has no host name",
        "https://ida:secret@hooks.example/ | must not hold a user name or a password",
        "https://[fe80::1%25eth0]/ | must not name a network interface",
        "http://10.1.2.3/hook | in a private or special network",
        "http://[::1]:8080/ | in a private or special network",
        "http://169.254.169.254/latest/ | in a private or special network",
        "http://[::ffff:10.1.2.3]/ | in a private or special network",
      })
  void anAddressThatCannotBeAskedIsRefusedWhereItIsEntered(String target, String problem)
      throws Exception {
    HttpResponse<String> refused = save("ida", "Refused", channel("webhook", target, "at-once"));

    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode answer = Json.MAPPER.readTree(refused.body());
    assertThat(answer.get("parameter").asText()).isEqualTo("target");
    assertThat(answer.get("error").asText()).containsIgnoringCase(problem).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "matrix, !room:example.org, not the name or id of a room",
    "matrix, #room:example.org, not the name or id of a room",
    "slack, general, https://hooks.slack.com/services/",
    "webhook, hooks.example/path, https://hooks.example.org/keeling",
  })
  void whatIsNoWebAddressIsAnsweredByWhatItsChannelExpects(
      String channel, String target, String expected) throws Exception {
    assertThat(error(save("ida", "Refused", channel(channel, target, "at-once"))))
        .contains(expected);
    assertThat(browser("ida").page("/searches?topic=coal&lang=en").select("#target-1-hint").text())
        .contains(expected);
  }

  @Test
  void aFormWithAWrongAddressComesBackAsItWasTypedWithTheProblemBesideItsField() {
    Browser browser = browser("ida");
    Document form = browser.page("/searches?topic=coal&lang=en");

    // when
    HttpResponse<String> refused =
        browser.submit(
            form,
            "/searches",
            "name",
            "My coal",
            "channel",
            "slack",
            "target",
            "https://hooks.example:99999/x",
            "rhythm",
            "daily",
            "language",
            "de");

    // then
    assertThat(refused.statusCode()).isEqualTo(422);
    Document again = Jsoup.parse(refused.body());
    assertThat(again.select("[role=alert]").text()).contains("not saved yet");
    assertThat(again.select("input[name=name]").val()).isEqualTo("My coal");
    assertThat(again.select("select[name=channel] [selected]").val()).isEqualTo("slack");
    assertThat(again.select("select[name=rhythm] [selected]").val()).isEqualTo("daily");
    assertThat(again.select("select[name=language] [selected]").val()).isEqualTo("de");
    assertThat(again.select("input[name=query]").val()).contains("topic=coal");
    Element target = again.selectFirst("input[name=target]");
    assertThat(target.val()).isEqualTo("https://hooks.example:99999/x");
    assertThat(target.attr("aria-invalid")).isEqualTo("true");
    assertThat(target.hasAttr("autofocus")).isTrue();
    assertThat(again.select("[autofocus]")).hasSize(1);
    assertThat(again.getElementById(target.attr("aria-describedby")).text())
        .isEqualTo("The port must be a number from 1 to 65535.");

    // and it is saved once it is right
    assertThat(browser.submit(again, "/searches", "target", "https://hooks.example/x").statusCode())
        .isEqualTo(303);
  }

  @Test
  void aNameThatIsTakenOrMissingIsSaidBesideItsField() throws Exception {
    save("ida", "Taken", channel("email", "ida@example.org", "daily"));
    Browser browser = browser("ida");
    Document form = browser.page("/searches?topic=coal&lang=de");

    HttpResponse<String> taken =
        browser.submit(
            form, "/searches", "name", "Taken", "channel", "email", "target", "a@example.org");
    HttpResponse<String> missing = browser.submit(form, "/searches", "name", " ");

    assertThat(taken.statusCode()).isEqualTo(409);
    Document again = Jsoup.parse(taken.body());
    assertThat(again.select("#name-problem").text()).contains("heißt schon so");
    assertThat(again.select("input[name=target]").val()).isEqualTo("a@example.org");
    assertThat(missing.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(missing.body()).select("#name").attr("aria-invalid")).isEqualTo("true");
  }

  @Test
  void aFormTakesFurtherAlertsWithoutLosingWhatIsTyped() throws Exception {
    Browser browser = browser("ida");
    Document form = browser.page("/searches?topic=coal&lang=en");

    Document more =
        Jsoup.parse(
            browser
                .submit(
                    form, "/searches", "more", "1", "channel", "email", "target", "ida@example.org")
                .body());

    assertThat(more.select("fieldset")).hasSize(2);
    assertThat(more.select("#target-1").val()).isEqualTo("ida@example.org");
    assertThat(more.selectFirst("#channel-2").hasAttr("autofocus")).isTrue();
    assertThat(more.select("[aria-invalid]")).isEmpty();
  }

  @Test
  void aSearchHasSeveralChannelsOfWhichOnlyWhoSavedItSeesTheAddresses() throws Exception {
    HttpResponse<String> answer =
        save(
            "ida",
            "Several",
            channel("webhook", "https://hooks.example/path-of-a-hook", "at-once"),
            channel("email", "ida.long@mail.example", "daily"));
    JsonNode saved = Json.MAPPER.readTree(answer.body());
    String path = "/api/searches/" + saved.get("id").asText();

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(saved.at("/channels/0/secret").asText())
        .startsWith("whsec_")
        .isEqualTo(saved.get("secret").asText());
    JsonNode own = Json.MAPPER.readTree(as("ida", "GET", path, "").body());
    assertThat(own.get("channels").findValuesAsText("address"))
        .containsExactly("https://hooks.example/path-of-a-hook", "ida.long@mail.example");
    assertThat(own.get("channels").findValuesAsText("rhythm")).containsExactly("at-once", "daily");
    assertThat(own.get("channel").asText()).isEqualTo("webhook");
    assertThat(own.findValues("secret")).isEmpty();

    for (String theirs : List.of(as("ben", "GET", path, "").body(), desk.get(path).body())) {
      assertThat(theirs)
          .contains("hooks.example", "mail.example")
          .doesNotContain("path-of-a-hook", "ida.long");
    }
    String page = "/searches/" + saved.get("id").asText();
    assertThat(browser("ida").page(page).text())
        .contains("path-of-a-hook", "ida.long@mail.example", "e-mail to mail.example, every day")
        .contains(saved.get("secret").asText());
    assertThat(browser("ben").page(page).text())
        .contains("webhook to hooks.example")
        .doesNotContain("path-of-a-hook", "ida.long", "whsec_");
    assertThat(desk.page(page).text()).doesNotContain("path-of-a-hook", "ida.long", "Send a test");
  }

  @Test
  void mailIsOfferedAndTakenOnlyWhereThereIsAMailServer() throws Exception {
    assertThat(browser("ida").page("/searches?topic=coal").select("option[value=email]"))
        .hasSize(1);
    AlertsConfig without =
        new AlertsConfig(false, List.of(), Duration.ofSeconds(1), MailConfig.defaults());
    try (Desk mute = desk.another(usual -> usual.alerts(without))) {
      Browser browser =
          new Browser(mute.port())
              .withCookie("keeling-session", staff.session(staff.of("ida", Role.EDITOR)));
      Document form = browser.page("/searches?topic=coal&lang=en");

      HttpResponse<String> refused =
          browser.submit(
              form, "/searches", "name", "No mail", "channel", "email", "target", "a@example.org");

      assertThat(form.select("option[value=email]")).isEmpty();
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(Jsoup.parse(refused.body()).select("#target-1-problem").text())
          .isEqualTo("This desk cannot send e-mail: no mail server is set (desk.alerts.mail).");
      browser.with("Authorization", "Bearer " + token("ida"));
      HttpResponse<String> program =
          browser.send(
              "POST",
              "/api/searches",
              body("No mail", channel("email", "a@example.org", "daily")).toString());
      assertThat(error(program)).contains("no mail server is set");
    }
  }

  @Test
  void channelsThatAreNoneOrTooManyAreRefused() throws Exception {
    ObjectNode same = channel("email", "a@example.org", "daily");
    assertThat(error(save("ida", "No", same, same))).contains("twice");
    ObjectNode[] many = new ObjectNode[6];
    for (int i = 0; i < many.length; i++) {
      many[i] = channel("email", "a" + i + "@example.org", "daily");
    }
    assertThat(error(save("ida", "No", many))).contains("at most 5 channels");
    assertThat(error(save("ida", "No", same.deepCopy().put("more", "x"))))
        .contains("channels must be a list");
    ObjectNode both = body("No", same).put("channel", "email");
    assertThat(error(as("ida", "POST", "/api/searches", both.toString())))
        .contains("give channels, or");
  }
}
