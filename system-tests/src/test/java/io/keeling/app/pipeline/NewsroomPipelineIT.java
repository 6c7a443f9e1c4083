package io.keeling.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.app.correction.Corrections;
import io.keeling.app.removal.Removals;
import io.keeling.contract.article.ArticleIds;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import io.keeling.newsroom.expect.ExpectedVersion;
import io.keeling.newsroom.expect.Stored;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.record.CompressionType;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Runs everything on the fictional press and holds the outcome against what the press says must
 * become of each page. Of those that look at the demo the first, for it counts what comes.
 */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewsroomPipelineIT {

  private static RunningDemo demo;

  @BeforeAll
  static void runUntilEverythingHasArrived() throws Exception {
    demo = RunningDemo.shared();
    demo.awaitEverything();
  }

  @Test
  @Order(1)
  void everyArticleIsStoredAsItsOutletWroteIt() throws Exception {
    List<String> differences = new ArrayList<>();
    for (Stored stored : demo.stored()) {
      JsonNode article = demo.article(stored);
      ExpectedVersion first = stored.versions().get(0);
      String day = stored.published().toLocalDate().toString();
      compare(differences, stored, "title", first.title(), article.path("title").asText());
      compare(
          differences, stored, "language", stored.language(), article.path("language").asText());
      compare(
          differences,
          stored,
          "day",
          day,
          article.path("publishedAt").asText("none      ").substring(0, 10));
      compare(differences, stored, "authors", stored.authors(), strings(article.path("authors")));
      compare(differences, stored, "free", stored.free(), article.path("free").asBoolean());
      String text = article.path("text").asText();
      for (String paragraph : first.paragraphs()) {
        compare(
            differences,
            stored,
            "times that it holds: " + paragraph,
            1,
            occurrences(text, paragraph));
      }
      if (stored.subtitle() != null) {
        boolean beside = stored.subtitle().equals(article.path("subtitle").asText());
        compare(
            differences,
            stored,
            "times that it has its standfirst",
            1,
            occurrences(text, stored.subtitle()) + (beside ? 1 : 0));
      }
      for (String other : stored.absent()) {
        compare(differences, stored, "times that it holds: " + other, 0, occurrences(text, other));
      }
    }
    assertThat(differences).isEmpty();
  }

  @Test
  @Order(2)
  void aStandfirstThatThePageOnlyDeclaresStandsOnTheDesk() throws Exception {
    List<Stored> declaring = new ArrayList<>();
    for (Stored stored : demo.stored()) {
      if (stored.subtitle() != null && demo.article(stored).hasNonNull("subtitle")) {
        declaring.add(stored);
      }
    }
    assertThat(declaring)
        .extracting(Stored::articleId)
        .contains("northlight-live/battery-saves-the-evening");

    for (Stored stored : declaring) {
      Document desk = Jsoup.parse(demo.html("/articles/" + ArticleIds.id(stored.canonicalUrl())));
      assertThat(desk.select(".standfirst").text()).isEqualTo(stored.subtitle());
      assertThat(desk.select(".text").text()).doesNotContain(stored.subtitle());
    }
  }

  @Test
  @Order(2)
  void everyTrapIsADeadLetterWithTheRightReason() {
    Map<String, DeadLetter> letters = demo.deadLettersByUrl();

    assertThat(demo.deadLettered())
        .allSatisfy(
            trap -> {
              DeadLetter letter = letters.get(trap.url());
              assertThat(letter.reason()).as(trap.what()).isEqualTo(trap.reason());
              assertThat(letter.stage().name().toLowerCase(Locale.ROOT))
                  .as(trap.what())
                  .isEqualTo(trap.stage());
            });
  }

  @Test
  @Order(3)
  void theSourcesThatTheSettingsDoNotNameAreCountedAsWatched() {
    assertThat(demo.watched()).isPositive().isEqualTo(demo.sourceStates().size());
  }

  @Test
  @Order(3)
  void nothingElseIsStored() throws Exception {
    assertThat(demo.get("/api/articles?limit=1").path("total").asInt())
        .isEqualTo(demo.stored().size());
  }

  @Test
  @Order(4)
  void reprintsOfOneTextAreOneStory() throws Exception {
    Map<String, Set<String>> stories = new HashMap<>();
    for (Stored stored : demo.stored()) {
      if (stored.copyOf() != null) {
        String story = demo.article(stored).path("story").path("id").asText("none");
        stories.computeIfAbsent(stored.copyOf(), key -> new HashSet<>()).add(story);
      }
    }
    assertThat(stories).isNotEmpty();
    assertThat(stories)
        .allSatisfy(
            (original, ids) -> assertThat(ids).as(original).hasSize(1).doesNotContain("none"));
  }

  @Test
  @Order(5)
  void noHostSawTwoRequestsAtOnce() {
    assertThat(demo.newsroom().outlets())
        .allSatisfy(
            outlet ->
                assertThat(demo.newsroom().requests().mostAtOnce(outlet.host())).isEqualTo(1));
  }

  @Test
  @Order(6)
  void aCorrectedArticleGetsANewVersionAndKeepsTheOld() {
    List<Stored> corrected =
        demo.stored().stream().filter(each -> each.versions().size() > 1).toList();
    assertThat(corrected).isNotEmpty();

    demo.newsroom().correctAll();

    await()
        .atMost(RunningDemo.PATIENCE)
        .pollInterval(RunningDemo.LOOK)
        .untilAsserted(
            () -> {
              for (Stored stored : corrected) {
                JsonNode article = demo.article(stored);
                ExpectedVersion last = stored.versions().get(stored.versions().size() - 1);
                // The note on the correction that some outlets append is not the article's text.
                int paragraphs = stored.versions().get(0).paragraphs().size();
                String versions =
                    "/api/articles/" + ArticleIds.id(stored.canonicalUrl()) + "/versions";
                assertThat(article.path("title").asText()).isEqualTo(last.title());
                assertThat(article.path("text").asText())
                    .contains(last.paragraphs().subList(0, paragraphs));
                assertThat(demo.get(versions).path("items").size()).isGreaterThanOrEqualTo(2);
              }
            });
  }

  @Test
  @Order(7)
  void whatLiesInTheTopicsIsAsTheContractDescribesIt() throws Exception {
    // Of an article that is not there, so that the others stay.
    String absent = "https://absent.example/a";
    new Removals(demo.kafka(), Clock.systemUTC())
        .decide(
            Map.of(ArticleIds.id(absent), new Removals.Found(absent, "absent.example", "none")),
            true,
            "asked for by its publisher");
    new Corrections(demo.kafka())
        .write(
            new TagCorrection(
                ArticleIds.id(absent),
                CorrectedTag.TOPIC,
                "coal",
                "absent",
                "ida",
                Instant.now(),
                null,
                null,
                null));

    ContractCheck contract = new ContractCheck(demo.kafka());
    for (TopicSpec topic : Topics.ALL) {
      contract.everyRecordIsAsDescribed(topic);
    }
    for (TopicSpec topic : List.of(Topics.ARTICLES, Topics.ENRICHED)) {
      assertThat(ContractCheck.codecs(demo.directory(), topic))
          .as(topic.name())
          .containsExactly(CompressionType.forName(Topics.CODEC));
    }
  }

  private static void compare(
      List<String> differences, Stored stored, String field, Object expected, Object found) {
    if (!expected.equals(found)) {
      differences.add(
          "%s, %s: expected %s, found %s".formatted(stored.articleId(), field, expected, found));
    }
  }

  private static int occurrences(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }

  private static List<String> strings(JsonNode array) {
    List<String> result = new ArrayList<>();
    array.forEach(each -> result.add(each.asText()));
    return result;
  }
}
