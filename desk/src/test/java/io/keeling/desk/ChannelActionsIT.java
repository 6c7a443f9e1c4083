package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import io.keeling.desk.running.Browser;
import io.keeling.desk.saved.alert.Receiver;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What is done with one channel of a saved search: tested, switched off and on, added, removed. */
class ChannelActionsIT extends ChannelDesk {

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
}
