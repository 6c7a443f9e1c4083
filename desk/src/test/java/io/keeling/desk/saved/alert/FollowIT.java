package io.keeling.desk.saved.alert;

import static io.keeling.desk.saved.alert.FollowedDesk.PATIENCE;
import static io.keeling.desk.saved.alert.FollowedDesk.id;
import static io.keeling.desk.saved.alert.FollowedDesk.news;
import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.running.Browser;
import io.keeling.desk.saved.alert.Receiver.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From an article on the topic to who follows a search. */
@ExtendWith(FollowedDesk.Extension.class)
class FollowIT {

  private FollowedDesk followed;

  @BeforeEach
  void open(FollowedDesk shared) {
    followed = shared;
  }

  @Test
  void whoFollowsASearchIsToldOfWhatItFinds() throws Exception {
    // given
    JsonNode search = followed.save("Geysers", "q=geyser", "/geysers", "at-once", true);
    String secret = search.get("secret").asText();
    Instant before = Instant.now().minusSeconds(2);

    // when
    followed.publish(news("other", "Of rain", "Of rain."));
    EnrichedArticle found = followed.publish(news("geyser", "A geyser", "It speaks of a geyser."));

    // then
    Request told = await().atMost(PATIENCE).until(() -> followed.only("/geysers"), r -> r != null);
    assertThat(told.articles()).containsExactly(found.article().id());
    JsonNode article = told.json().at("/data/articles/0");
    assertThat(article.get("kind").asText()).isEqualTo("new");
    assertThat(article.get("title").asText()).isEqualTo("A geyser");
    assertThat(article.get("url").asText()).isEqualTo("https://news.example/geyser");
    assertThat(article.get("page").asText())
        .isEqualTo("http://desk.example/articles/" + found.article().id());
    assertThat(told.json().at("/data/search/name").asText()).isEqualTo("Geysers");

    // and it is signed as the standard says
    String id = told.headers().get("webhook-id");
    String timestamp = told.headers().get("webhook-timestamp");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
    mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    assertThat(told.headers().get("webhook-signature"))
        .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(told.body())));
    assertThat(Instant.ofEpochSecond(Long.parseLong(timestamp)))
        .isBetween(before, Instant.now().plusSeconds(1));

    // and there is a record of it
    JsonNode delivery = followed.delivered(search);
    assertThat(delivery.get("id").asText()).isEqualTo(id);
    assertThat(delivery.get("articles").asInt()).isEqualTo(1);
    assertThat(delivery.at("/attempts/0/status").asInt()).isEqualTo(204);
    assertThat(delivery.get("attempts")).hasSize(1);

    // and nobody else learns the secret or the address
    assertThat(followed.desk().get("/api/searches").body()).doesNotContain(secret, "/geysers\"");
    assertThat(followed.desk().get("/searches/" + id(search)).body()).doesNotContain(secret);
    Browser editor =
        new Browser(followed.desk().at("/").getPort())
            .withCookie("keeling-session", followed.session());
    assertThat(editor.page("/searches/" + id(search)).text())
        .contains(secret, "webhook: 1 article, delivered");
  }

  @Test
  void aDigestWaitsForItsTimeAndTellsOfAllThatCameUntilThenAndWhatRises() throws Exception {
    JsonNode search = followed.save("Digest", "q=reef", "/digest", "daily", true);
    followed.save("At once", "q=reef", "/reef", "at-once", true);
    EnrichedArticle past =
        article("reef-0", "The first reef", "Of a reef.")
            .published(
                Instant.now().minus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString())
            .make();
    followed.desk().archive().store(past);
    followed.topic().send(past);
    List<String> published = new ArrayList<>();
    for (String path : List.of("reef-1", "reef-2", "reef-3")) {
      published.add(
          followed
              .publish(news(path, "Reef " + path, "Of a reef.").topic("coal", 1))
              .article()
              .id());
    }
    await().atMost(PATIENCE).until(() -> followed.told("/reef").containsAll(published));
    await()
        .atMost(PATIENCE)
        .until(() -> followed.desk().json("/api/articles?q=reef").get("total").asInt() == 4);
    assertThat(followed.receiver().requests("/digest")).isEmpty();

    // when it is six o'clock
    followed
        .desk()
        .archive()
        .execute("UPDATE search_channel SET due_at = now() WHERE search_id = ?", id(search));

    // then
    Request told = await().atMost(PATIENCE).until(() -> followed.only("/digest"), r -> r != null);
    assertThat(told.articles()).containsExactlyInAnyOrderElementsOf(published);
    JsonNode riser = told.json().at("/data/rising/0");
    assertThat(riser.get("value").asText()).isEqualTo("coal");
    assertThat(riser.get("count").asInt()).isEqualTo(3);
    assertThat(riser.get("expected").asDouble()).isZero();
    assertThat(followed.only("/reef").json().at("/data/rising").isMissingNode()).isTrue();
  }

  @Test
  void whatWasTakenDownBeforeItIsToldIsNotTold() throws Exception {
    JsonNode search = followed.save("Taken down", "q=savanna", "/savanna", "hourly", true);
    EnrichedArticle gone = followed.publish(news("savanna", "A savanna", "Of a savanna."));
    await().atMost(PATIENCE).until(() -> followed.waits(search));
    followed.desk().archive().execute("DELETE FROM article WHERE id = ?", gone.article().id());

    followed
        .desk()
        .archive()
        .execute("UPDATE search_channel SET due_at = now() WHERE search_id = ?", id(search));

    await().atMost(PATIENCE).until(() -> followed.state(search).equals("empty"));
    assertThat(followed.receiver().requests("/savanna")).isEmpty();
  }

  @Test
  void whatWasOldWhenItWasFetchedIsNoNews() throws Exception {
    followed.save("Archive", "q=waterfall", "/archive", "at-once", true);
    EnrichedArticle old =
        article("waterfall-old", "An old waterfall", "Of a waterfall.")
            .published("2019-05-01")
            .make();
    followed.desk().archive().store(old);
    followed.topic().send(old);
    EnrichedArticle now = followed.publish(news("waterfall", "A waterfall", "Of a waterfall."));

    await().atMost(PATIENCE).until(() -> followed.told("/archive").contains(now.article().id()));
    assertThat(followed.told("/archive")).containsExactly(now.article().id());
  }
}
