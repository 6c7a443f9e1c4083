package io.keeling.feeds.alert;

import static io.keeling.feeds.alert.FollowedDesk.PATIENCE;
import static io.keeling.feeds.alert.FollowedDesk.id;
import static io.keeling.feeds.alert.FollowedDesk.news;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
      JsonNode search = followed.save("To " + target, "q=tundra", target, "at-once", true);
      followed.publish(news("tundra-" + id(search), "Tundra", "Of the tundra."));

      await().atMost(PATIENCE).until(() -> followed.state(search).equals("given-up"));
      JsonNode attempts = followed.deliveries(search).at("/items/0/attempts");
      assertThat(attempts).hasSize(1);
      assertThat(attempts.at("/0/problem").asText()).contains("may not be asked");
      assertThat(
              followed
                  .desk()
                  .ask("DELETE", "/api/searches/" + id(search), "Authorization", followed.bearer())
                  .statusCode())
          .isEqualTo(204);
    }
  }

  @Test
  void whoWantsNothingMoreIsToldNothingMoreOfThat() throws Exception {
    try (Receiver gone = new Receiver()) {
      JsonNode search =
          followed.save("Gone away", "q=volcano", gone.address("/gone"), "at-once", true);
      gone.answers(410);

      followed.publish(news("volcano", "A volcano", "Of a volcano."));

      await().atMost(PATIENCE).until(() -> followed.state(search).equals("given-up"));
      assertThat(gone.requests("/gone")).hasSize(1);
    }
  }
}
