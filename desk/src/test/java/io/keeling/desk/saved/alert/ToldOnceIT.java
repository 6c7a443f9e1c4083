package io.keeling.desk.saved.alert;

import static io.keeling.desk.saved.alert.FollowedDesk.PATIENCE;
import static io.keeling.desk.saved.alert.FollowedDesk.id;
import static io.keeling.desk.saved.alert.FollowedDesk.news;
import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.running.RunningDesk;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody is told twice, and nobody is forgotten, whatever comes again or ends meanwhile. */
@ExtendWith(FollowedDesk.Extension.class)
class ToldOnceIT {

  private FollowedDesk followed;

  @BeforeEach
  void open(FollowedDesk shared) {
    followed = shared;
  }

  @Test
  void whatIsSentOrTaggedAgainIsToldOnce() throws Exception {
    followed.save("Once", "q=meadow", "/once", "at-once", true);
    EnrichedArticle first = followed.publish(news("meadow", "A meadow", "Of a meadow."));
    await().atMost(PATIENCE).until(() -> followed.only("/once") != null);

    // when
    followed.topic().send(first);
    followed
        .topic()
        .send(news("meadow", "A meadow", "Of a meadow.").revision(2).topic("coal", 1).make());
    EnrichedArticle last =
        followed.publish(news("meadow-2", "Another meadow", "Of another meadow."));

    // then
    await().atMost(PATIENCE).until(() -> followed.told("/once").contains(last.article().id()));
    assertThat(followed.told("/once")).containsExactly(first.article().id(), last.article().id());
  }

  @Test
  void anAlertAddedLaterTellsOnlyOfWhatWasFetchedSince() throws Exception {
    JsonNode search = followed.save("Added", "q=heath", "/first", "/second");
    // as if it had been added an hour from now, and ingest's clock were right
    String later =
        "UPDATE search_channel SET since = since + interval '%s' WHERE search_id = ? AND place = 2";
    followed.desk().archive().execute(later.formatted("1 hour"), id(search));
    EnrichedArticle before = followed.publish(news("heath", "A heath", "Of a heath."));
    await().atMost(PATIENCE).until(() -> followed.told("/first").contains(before.article().id()));

    // when
    followed.desk().archive().execute(later.formatted("-1 hour"), id(search));
    EnrichedArticle since = followed.publish(news("heath-2", "Another heath", "Of a heath."));

    // then
    await().atMost(PATIENCE).until(() -> followed.told("/second").contains(since.article().id()));
    assertThat(followed.told("/second")).containsExactly(since.article().id());
  }

  @Test
  void aCorrectionIsToldOnceForEachWordingToWhoWantsIt() throws Exception {
    followed.save("Corrections", "q=marsh", "/corrections", "at-once", true);
    followed.save("None", "q=marsh", "/no-corrections", "at-once", false);
    followed.publish(news("marsh", "A marsh of 21 %", "Of a marsh."));
    await().atMost(PATIENCE).until(() -> followed.only("/corrections") != null);

    // when its words are others, so that the search does not even find it
    EnrichedArticle corrected =
        article("marsh", "A bog of 19 %", "Of a bog.")
            .published(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5).toString())
            .revision(2)
            .make();
    followed.desk().archive().correct(corrected);
    followed.topic().send(corrected);
    followed.topic().send(corrected);
    followed.publish(news("marsh-2", "A second marsh", "Of a marsh."));

    // then
    await().atMost(PATIENCE).until(() -> followed.told("/corrections").size() == 3);
    await().atMost(PATIENCE).until(() -> followed.told("/no-corrections").size() == 2);
    List<JsonNode> articles = new ArrayList<>();
    followed
        .receiver()
        .requests("/corrections")
        .forEach(r -> r.json().at("/data/articles").forEach(articles::add));
    assertThat(articles)
        .extracting(a -> a.get("kind").asText() + " " + a.get("title").asText())
        .containsExactly("new A marsh of 21 %", "corrected A bog of 19 %", "new A second marsh");
    assertThat(articles.get(1).get("change").asText()).contains("21 % to 19 %");
    assertThat(articles.get(0).has("change")).isFalse();
  }

  @Test
  void eachChannelIsToldOnceAndOneThatFailsHoldsNoOtherUp() throws Exception {
    try (Receiver failing = new Receiver()) {
      JsonNode search = followed.save("Two ways", "q=fen", failing.address("/fails"), "/two-ways");
      failing.answers(500, 500, 500);
      EnrichedArticle first = followed.publish(news("fen", "A fen", "Of a fen."));
      await().atMost(PATIENCE).until(() -> followed.told("/two-ways").size() == 1);
      followed.topic().send(first);
      EnrichedArticle second = followed.publish(news("fen-2", "Two fens", "Of a fen."));

      await()
          .atMost(PATIENCE)
          .until(() -> followed.told("/two-ways").contains(second.article().id()));
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  !failing.requests("/fails").isEmpty()
                      && followed.deliveries(search).get("items").size() == 4
                      && !followed
                          .deliveries(search)
                          .get("items")
                          .findValuesAsText("state")
                          .contains("waiting"));

      List<String> both = List.of(first.article().id(), second.article().id());
      assertThat(followed.told("/two-ways")).containsExactlyElementsOf(both);
      Map<String, List<String>> byMessage = new LinkedHashMap<>();
      failing
          .requests("/fails")
          .forEach(r -> byMessage.put(r.headers().get("webhook-id"), r.articles()));
      assertThat(byMessage.values().stream().flatMap(List::stream)).containsExactlyElementsOf(both);
      for (JsonNode delivery : followed.deliveries(search).get("items")) {
        boolean again = delivery.get("attempts").size() > 1;
        assertThat(again && delivery.get("place").asInt() == 2).as(delivery.toString()).isFalse();
      }
      assertThat(
              followed
                  .desk()
                  .archive()
                  .count(
                      "SELECT count(*) FROM search_alert WHERE search_id = ?",
                      FollowedDesk.id(search)))
          .isEqualTo(4);
    }
  }

  @Test
  void afterARestartNothingIsMissingAndNothingIsToldTwice() throws Exception {
    followed.save("Restarted", "q=orchard", "/restarted", "at-once", true);
    EnrichedArticle before = followed.publish(news("orchard", "An orchard", "Of an orchard."));
    await().atMost(PATIENCE).until(() -> followed.only("/restarted") != null);

    // when
    followed.desk().close();
    EnrichedArticle meanwhile = followed.publish(news("orchard-2", "Orchards", "Of an orchard."));
    followed.open();
    EnrichedArticle after = followed.publish(news("orchard-3", "The orchard", "Of an orchard."));

    // then
    await()
        .atMost(PATIENCE)
        .until(() -> followed.told("/restarted").contains(after.article().id()));
    await()
        .atMost(PATIENCE)
        .until(() -> followed.told("/restarted").contains(meanwhile.article().id()));
    assertThat(followed.told("/restarted"))
        .containsExactlyInAnyOrder(
            before.article().id(), meanwhile.article().id(), after.article().id());
  }

  @Test
  void severalDesksTellOfEachArticleOnce() throws Exception {
    followed.save("Shared", "q=pasture", "/shared", "at-once", true);
    List<String> published = new ArrayList<>();
    try (RunningDesk second = followed.another()) {
      for (int i = 0; i < 40; i++) {
        published.add(
            followed.publish(news("pasture-" + i, "Pasture " + i, "Of a pasture.")).article().id());
      }
      await().atMost(PATIENCE).until(() -> followed.told("/shared").containsAll(published));
      assertThat(second.get("/readyz").statusCode()).isEqualTo(200);
    }
    assertThat(followed.told("/shared")).containsExactlyInAnyOrderElementsOf(published);
  }
}
