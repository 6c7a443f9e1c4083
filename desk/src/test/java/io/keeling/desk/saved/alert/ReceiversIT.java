package io.keeling.desk.saved.alert;

import static io.keeling.desk.saved.alert.FollowedDesk.PATIENCE;
import static io.keeling.desk.saved.alert.FollowedDesk.id;
import static io.keeling.desk.saved.alert.FollowedDesk.news;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.enriched.EnrichedArticle;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** Receivers that fail, sleep, want nothing more, or may not be asked. */
@ExtendWith(FollowedDesk.Extension.class)
class ReceiversIT {

  private FollowedDesk followed;

  @BeforeEach
  void open(FollowedDesk shared) {
    followed = shared;
  }

  @Test
  void aReceiverThatFailsIsToldAgainAndEachAttemptIsWrittenDown() throws Exception {
    try (Receiver failing = new Receiver()) {
      JsonNode search =
          followed.save("Failing", "q=glacier", failing.address("/a"), "at-once", true);
      failing.answers(500, 302, 429);

      followed.publish(news("glacier", "A glacier", "Of a glacier."));

      JsonNode delivery = followed.delivered(search);
      assertThat(delivery.get("attempts").findValuesAsText("status"))
          .containsExactly("500", "302", "429", "204");
      assertThat(delivery.get("attempts").findValuesAsText("attempt"))
          .containsExactly("1", "2", "3", "4");
      assertThat(failing.requests("/a"))
          .hasSize(4)
          .extracting(request -> request.headers().get("webhook-id"))
          .containsOnly(delivery.get("id").asText());
      // A redirect leads nowhere.
      assertThat(failing.requests("/")).isEmpty();
    }
  }

  @Test
  void aReceiverThatSleepsKeepsNobodyElseWaiting() throws Exception {
    try (Receiver sleeping = new Receiver()) {
      sleeping.sleep();
      JsonNode slow = followed.save("Slow", "q=lagoon", sleeping.address("/slow"), "at-once", true);
      followed.save("Quick", "q=lagoon", "/quick", "at-once", true);

      followed.publish(news("lagoon", "A lagoon", "Of a lagoon."));

      await().atMost(PATIENCE).until(() -> followed.only("/quick") != null);
      await().atMost(PATIENCE).until(() -> !sleeping.requests("/slow").isEmpty());
      sleeping.wake();
      assertThat(followed.delivered(slow).get("articles").asInt()).isEqualTo(1);
    }
  }

  @Test
  void noAddressOfThisNetworkIsAsked() throws Exception {
    for (String target :
        List.of(
            "http://169.254.169.254/latest/meta-data",
            "http://10.0.0.1/",
            "http://[::ffff:10.0.0.1]/",
            "http://[fd00:ec2::254]/")) {
      JsonNode search = followed.save("To " + target, "q=tundra", "/tundra", "at-once", true);
      goesTo(search, target);
      followed.publish(news("tundra-" + id(search), "Tundra", "Of the tundra."));

      await().atMost(PATIENCE).until(() -> followed.state(search).equals("given-up"));
      JsonNode attempts = followed.deliveries(search).at("/items/0/attempts");
      assertThat(attempts).hasSize(1);
      assertThat(attempts.at("/0/problem").asText()).contains("may not send");
      assertThat(
              followed
                  .desk()
                  .ask("DELETE", "/api/searches/" + id(search), "Authorization", followed.bearer())
                  .statusCode())
          .isEqualTo(204);
    }
  }

  @Test
  void aReceiverThatIsGoneIsAskedNoMoreAndTheOtherChannelsAreToldUntilItIsSwitchedOn()
      throws Exception {
    try (Receiver gone = new Receiver()) {
      JsonNode search =
          followed.save("Gone away", "q=volcano", gone.address("/gone"), "/other-of-gone");
      gone.answers(410);

      EnrichedArticle first = followed.publish(news("volcano", "A volcano", "Of a volcano."));

      // then it is switched off
      await().atMost(PATIENCE).until(() -> off(search));
      assertThat(followed.deliveries(search).get("items").findValuesAsText("state"))
          .contains("given-up");
      assertThat(followed.desk().page("/searches/" + id(search)).text())
          .contains("webhook: the receiver asked for no more messages (410)")
          .doesNotContain("given up");
      // and the other channel is told of the article, and of that
      await()
          .atMost(PATIENCE)
          .until(() -> followed.receiver().requests("/other-of-gone").size() == 2);
      assertThat(followed.receiver().requests("/other-of-gone"))
          .extracting(request -> request.json().get("type").asText())
          .containsExactlyInAnyOrder("search.found", "search.channel.off");
      assertThat(
              followed.receiver().requests("/other-of-gone").stream()
                  .map(request -> request.json().at("/data/off/target").asText())
                  .filter(target -> !target.isEmpty()))
          .containsExactly("127.0.0.1");

      // and nothing more is sent to it
      EnrichedArticle second = followed.publish(news("volcano-2", "Two", "Of a volcano."));
      await()
          .atMost(PATIENCE)
          .until(() -> followed.told("/other-of-gone").contains(second.article().id()));
      assertThat(gone.requests("/gone")).hasSize(1);

      // when it is switched on
      String on = "/api/searches/" + id(search) + "/channels/1/on";
      assertThat(followed.desk().ask("POST", on, "Authorization", followed.bearer()).statusCode())
          .isEqualTo(200);
      EnrichedArticle third = followed.publish(news("volcano-3", "Three", "Of a volcano."));

      // then it is told of what it did not take, and of what comes
      String newest = third.article().id();
      await().atMost(PATIENCE).until(() -> after(gone).contains(newest));
      assertThat(after(gone)).containsExactly(first.article().id(), newest);
    }
  }

  /** What it was told of after its first message. */
  private static List<String> after(Receiver gone) {
    return gone.requests("/gone").stream()
        .skip(1)
        .flatMap(request -> request.articles().stream())
        .toList();
  }

  private boolean off(JsonNode search) {
    return followed.desk().json("/api/searches/" + id(search)).at("/channels/0").has("offAt");
  }

  @Test
  void anAddressThatWasSavedThoughItIsNoneEndsAsOneFailedAttemptWithoutAStackTrace()
      throws Exception {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger("io.keeling.desk");
    log.start();
    logger.addAppender(log);
    try {
      for (String target :
          List.of("http://127.0.0.1:99999/x", "http://127.0.0.1:1/a b", "http:///x", "x")) {
        JsonNode search = followed.save("Bad " + target, "q=isthmus", "/bad", "at-once", true);
        goesTo(search, target);

        followed.publish(news("isthmus-" + id(search), "An isthmus", "Of an isthmus."));

        await().atMost(PATIENCE).until(() -> followed.state(search).equals("given-up"));
        JsonNode attempts = followed.deliveries(search).at("/items/0/attempts");
        assertThat(attempts).hasSize(1);
        assertThat(attempts.at("/0/problem").asText()).isEqualTo("the address is invalid");
        followed
            .desk()
            .ask("DELETE", "/api/searches/" + id(search), "Authorization", followed.bearer());
      }
      assertThat(log.list).noneMatch(event -> event.getThrowableProxy() != null);
    } finally {
      logger.detachAppender(log);
    }
  }

  /** Changes where a search's alert goes, past the check where it is entered. */
  private void goesTo(JsonNode search, String target) {
    followed
        .desk()
        .archive()
        .execute("UPDATE search_channel SET target = ? WHERE search_id = ?", target, id(search));
  }
}
