package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.serde.Json;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Role;
import io.keeling.desk.access.Scope;
import io.keeling.desk.accounts.store.Tokens;
import io.keeling.desk.config.AlertsConfig;
import io.keeling.desk.config.MailConfig;
import io.keeling.desk.running.Browser;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.desk.running.Staff;
import io.keeling.desk.saved.alert.Receiver;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways by which the followers of a search are told, as page and API have them. */
@ExtendWith(Desks.class)
class AlertChannelsIT {

  private static RunningDesk desk;
  private static Staff staff;
  private static Receiver receiver;

  @BeforeAll
  static void open(RunningDesk empty) throws Exception {
    desk = empty;
    staff = new Staff(desk);
    receiver = new Receiver();
  }

  @AfterAll
  static void close() {
    receiver.close();
    staff.close();
  }

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

  @Test
  void aTestIsSentAndSaysThatItIsOneAndWhatCameOfIt() throws Exception {
    String id = id(save("tess", "Tested", channel("webhook", receiver.address("/t"), "daily")));

    // when a program asks
    HttpResponse<String> taken = as("tess", "POST", "/api/searches/" + id + "/channels/1/test", "");
    receiver.answers(500);
    HttpResponse<String> failed =
        as("tess", "POST", "/api/searches/" + id + "/channels/1/test", "");

    // then
    assertThat(Json.MAPPER.readTree(taken.body()))
        .isEqualTo(
            Json.MAPPER.readTree(
                "{\"taken\": true, \"gone\": false, \"status\": 204, \"problem\": \"\"}"));
    assertThat(Json.MAPPER.readTree(failed.body()).get("problem").asText())
        .isEqualTo("the receiver answered with status 500");
    Receiver.Request came = receiver.requests("/t").get(0);
    assertThat(came.json().get("type").asText()).isEqualTo("search.test");
    assertThat(came.json().at("/data/search/name").asText()).isEqualTo("Tested");
    assertThat(came.json().at("/data/articles").isMissingNode()).isTrue();
    assertThat(came.headers()).containsKey("webhook-signature");

    // and when a person does
    Browser browser = browser("tess");
    String form = "/searches/" + id + "/channels/1/test";
    receiver.answers(500);
    HttpResponse<String> sent = browser.submit(browser.page("/searches/" + id), form);
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(Browser.location(sent)).endsWith("/searches/" + id);
    assertThat(browser.page("/searches/" + id).select("[role=status]").text())
        .isEqualTo("The test was not taken. The receiver answered with status 500.");
    assertThat(browser.page("/searches/" + id).select("[role=status]")).isEmpty();
    assertThat(staff.stored("SELECT subject FROM audit WHERE action = 'search.test'"))
        .contains("Tested, webhook 127.0.0.1");
    // and a cookie that is no notice, as another program of this host may set one, is ignored
    assertThat(desk.send("GET", "/searches/" + id, "", "Cookie", "keeling-tested=e30").statusCode())
        .isEqualTo(200);
    // and nothing of it is among what was found
    assertThat(desk.json("/api/searches/" + id + "/deliveries").get("items")).isEmpty();

    // and nobody sends many
    HttpResponse<String> often = null;
    for (int i = 0; i < 4; i++) {
      often = as("tess", "POST", "/api/searches/" + id + "/channels/1/test", "");
    }
    assertThat(often.statusCode()).isEqualTo(429);
    assertThat(often.headers().firstValue("Retry-After")).isPresent();
    assertThat(receiver.requests("/t")).hasSize(5);
    assertThat(browser.submit(browser.page("/searches/" + id), form).statusCode()).isEqualTo(303);
    assertThat(browser.page("/searches/" + id).select("[role=status]").text())
        .contains("You have sent several tests");
    assertThat(as("ben", "POST", "/api/searches/" + id + "/channels/2/test", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void channelsToOneHostAreToldApartByTheirNumber() throws Exception {
    String id =
        id(
            save(
                "ida",
                "Alike",
                channel("webhook", "https://hooks.example/a", "at-once"),
                channel("webhook", "https://hooks.example/b", "at-once")));

    assertThat(browser("ben").page("/searches/" + id + "?lang=en").select("[id^=told-]").eachText())
        .containsExactly(
            "Alert 1: webhook to hooks.example, at once.",
            "Alert 2: webhook to hooks.example, at once.");
  }

  @Test
  void aReceiverThatIsGoneAtATestIsSwitchedOffUntilSomebodySwitchesItOn() throws Exception {
    String id = id(save("ben", "Off", channel("webhook", receiver.address("/off"), "at-once")));
    String channel = "/searches/" + id + "/channels/1";
    Browser browser = browser("ben");
    assertThat(browser.page("/searches/" + id).select("form[action$=/on]")).isEmpty();
    receiver.answers(410);

    // when
    browser.submit(browser.page("/searches/" + id), channel + "/test");
    Document page = browser.page("/searches/" + id);

    // then what happened is said once
    assertThat(page.select("[role=status]").text()).isEqualTo("The test was not taken.");
    assertThat(page.text()).containsOnlyOnce("gone").contains("Switched off since");
    assertThat(browser.page("/searches").text())
        .contains("Alert 1 is switched off: webhook to 127.0.0.1");
    // and who saved it is told on every page, and nobody else
    for (String path : List.of("/", "/account", "/searches")) {
      Element notice = browser.page(path).selectFirst("main > .notice-line a");
      assertThat(notice).as(path).isNotNull();
      assertThat(notice.attr("href")).isEqualTo("/searches/" + id);
      assertThat(notice.text()).contains("“Off”", "switched off");
    }
    assertThat(browser("ida").page("/").select("main > .notice-line")).isEmpty();
    assertThat(desk.page("/").select("main > .notice-line")).isEmpty();
    assertThat(desk.json("/api/searches/" + id).at("/channels/0/offAt").asText()).isNotEmpty();
    assertThat(staff.stored("SELECT who || ' ' || subject FROM audit WHERE action LIKE '%-off'"))
        .contains("nobody Off, webhook 127.0.0.1");

    // and when
    assertThat(browser.submit(page, channel + "/on").statusCode()).isEqualTo(303);

    // then
    assertThat(browser.page("/").select("main > .notice-line")).isEmpty();
    assertThat(desk.json("/api/searches/" + id).at("/channels/0").has("offAt")).isFalse();
    assertThat(staff.stored("SELECT who || ' ' || subject FROM audit WHERE action LIKE '%-on'"))
        .contains("ben Off, webhook 127.0.0.1");
    JsonNode still = Json.MAPPER.readTree(as("ben", "POST", "/api" + channel + "/on", "").body());
    assertThat(still.get("id").asText()).isEqualTo(id);
  }

  @Test
  void whoSavedASearchAddsChannelsAndEditorsSwitchThemAndRemoveThem() throws Exception {
    String id =
        id(save("ida", "Singly", channel("webhook", "https://hooks.example/first", "at-once")));
    String page = "/searches/" + id;
    Browser ida = browser("ida");
    Browser ben = browser("ben");

    // when its owner adds one by hand, once wrong and once right
    String form = page + "/channels";
    Document shown = ida.page(page + "?lang=en");
    HttpResponse<String> wrong = ida.submit(shown, form, "target", "http://10.1.2.3/");
    Document again = Jsoup.parse(wrong.body());
    HttpResponse<String> added =
        ida.submit(again, form, "target", "https://hooks.example/second", "rhythm", "daily");

    // then
    assertThat(shown.select("form[action=" + form + "] option[value=none]")).isEmpty();
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(again.select("#target-2-problem").text()).contains("private or special network");
    assertThat(again.select("#target-2").val()).isEqualTo("http://10.1.2.3/");
    assertThat(added.statusCode()).isEqualTo(303);
    assertThat(ida.page(page).text()).contains("hooks.example/second", "every day");

    // and a program that does so gets the secret of the new channel alone, nobody else may
    String one = channel("webhook", "https://hooks.example/third", "weekly").toString();
    HttpResponse<String> third = as("ida", "POST", "/api" + form, one);
    assertThat(third.statusCode()).as(third.body()).isEqualTo(201);
    assertThat(Json.MAPPER.readTree(third.body()).get("channels").findValuesAsText("secret"))
        .hasSize(1);
    assertThat(as("ida", "POST", "/api" + form, one.replace("third", "third#x")).statusCode())
        .isEqualTo(400);
    assertThat(as("ben", "POST", "/api" + form, one).statusCode()).isEqualTo(403);
    assertThat(ben.page(page).select("form[action=" + form + "]")).isEmpty();

    // and when another editor switches the second off by hand
    assertThat(ben.submit(ben.page(page), form + "/2/off").statusCode()).isEqualTo(303);

    // then its owner sees that, but is not told on each page
    assertThat(ida.page(page).text()).contains("Switched off since").doesNotContain("gone");
    assertThat(ida.page("/").select("main > .notice-line")).isEmpty();
    assertThat(desk.json("/api" + page).at("/channels/1/gone").asBoolean(true)).isFalse();
    assertThat(as("ben", "POST", "/api" + form + "/2/on", "").body()).doesNotContain("offAt");
    assertThat(as("ben", "POST", "/api" + form + "/3/off", "").body()).contains("offAt");

    // and when the second is removed, which is asked first, nobody gets its place
    Document sure = ben.page(ben.page(page).select("a[href$=/2/remove]").attr("href"));
    assertThat(sure.text()).contains("Remove this alert?", "every day");
    assertThat(ben.submit(sure, form + "/2/remove").statusCode()).isEqualTo(303);
    assertThat(as("ben", "DELETE", "/api" + form + "/2", "").statusCode()).isEqualTo(404);
    assertThat(places(page)).containsExactly(1, 3);
    assertThat(error(as("ida", "POST", "/api" + form, one))).contains("twice");
    assertThat(as("ida", "POST", "/api" + form, one.replace("third", "fourth")).statusCode())
        .isEqualTo(201);
    assertThat(places(page)).containsExactly(1, 3, 4);
    assertThat(as("ben", "DELETE", "/api" + form + "/4", "").statusCode()).isEqualTo(204);
    assertThat(as("ida", "POST", "/api" + form, one.replace("third", "fifth")).statusCode())
        .isEqualTo(201);
    assertThat(places(page)).containsExactly(1, 3, 5);

    // and without any, the search stays
    for (int place : places(page)) {
      assertThat(as("ben", "DELETE", "/api" + form + "/" + place, "").statusCode()).isEqualTo(204);
    }
    assertThat(desk.json("/api" + page).get("channels")).isEmpty();
    assertThat(ida.page(page).select("form[action=" + form + "]")).hasSize(1);
    assertThat(staff.stored("SELECT who || ' ' || action FROM audit WHERE subject LIKE 'Singly,%'"))
        .contains("ida search.channel-add", "ben search.channel-remove", "ben search.switch-off");
  }

  private static List<Integer> places(String page) {
    return desk.json("/api" + page).get("channels").findValues("place").stream()
        .map(JsonNode::asInt)
        .toList();
  }

  private static String error(HttpResponse<String> refused) throws Exception {
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    return Json.MAPPER.readTree(refused.body()).get("error").asText();
  }

  private static String id(HttpResponse<String> saved) throws Exception {
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
    return Json.MAPPER.readTree(saved.body()).get("id").asText();
  }

  private static HttpResponse<String> save(String who, String name, ObjectNode... channels) {
    return as(who, "POST", "/api/searches", body(name, channels).toString());
  }

  private static ObjectNode body(String name, ObjectNode... channels) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("name", name).put("query", "q=coal");
    ArrayNode list = body.putArray("channels");
    list.addAll(List.of(channels));
    return body;
  }

  private static ObjectNode channel(String channel, String target, String rhythm) {
    return Json.MAPPER.valueToTree(Map.of("channel", channel, "target", target, "rhythm", rhythm));
  }

  private static HttpResponse<String> as(String who, String method, String path, String body) {
    return desk.send(method, path, body, "Authorization", "Bearer " + token(who));
  }

  private static String token(String who) {
    Account account = staff.of(who, Role.EDITOR);
    return new Tokens(staff.database()).make(account, "test", Scope.WRITE, 1).orElseThrow();
  }

  private static Browser browser(String who) {
    return new Browser(desk.at("/").getPort())
        .withCookie("keeling-session", staff.session(staff.of(who, Role.EDITOR)));
  }
}
