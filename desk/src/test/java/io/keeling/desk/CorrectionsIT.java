package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.NameType;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.search.testing.ArticleMaker;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the desk tells that an article was changed, and what in it. */
@ExtendWith(Desks.class)
class CorrectionsIT {

  private static final String OPENING = "The plan was put before the council on Friday evening.";
  private static final String CLOSING = "The council meets again when the snow has gone.";

  private static final ArticleMaker BEFORE =
      article(
              "plan",
              "Output falls",
              OPENING
                  + "\n\nIt would cut <b>output</b> by 21 % in a year.\n\n"
                  + "“This is not what we had asked for,” Mara Quill said.\n\n"
                  + CLOSING)
          .published("2026-11-20T10:00:00Z")
          .name("Mara Quill", NameType.PERSON);

  private static final ArticleMaker AFTER =
      article(
              "plan",
              "Output falls",
              OPENING + "\n\nIt would cut <b>output</b> by 19 % in a year.\n\n" + CLOSING)
          // Fetched on the 24th, after all others.
          .published("2026-11-20")
          .revision(2);

  private static final EnrichedArticle UNTOUCHED =
      article("other", "Nothing happens", "The tide of coal went out.")
          .published("2026-11-22T10:00:00Z")
          .make();

  private static final String SAID = "This article was amended: it is <b>Quill</b>, not Will.";

  /** Read once, so that nobody knows what it was before. */
  private static final ArticleMaker NOTED =
      article("noted", "Reef grows", "It grows by a metre.")
          .published("2026-11-19T10:00:00Z")
          .note(SAID);

  private static RunningDesk desk;

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
    desk.archive().store(BEFORE.make());
    desk.archive().correct(AFTER.make());
    desk.archive().store(UNTOUCHED);
    desk.archive().store(NOTED.make());
  }

  @Test
  void theLastTwoVersionsStandSideBySide() {
    Document page = desk.page("/articles/" + AFTER.id() + "/diff");

    assertThat(page.select(".diff-summary").text())
        .startsWith("21 % to 19 %; a quote of Mara Quill removed");
    assertThat(page.select(".diff-row del").eachText()).contains("21");
    assertThat(page.select(".diff-row ins").eachText()).containsExactly("19");
    assertThat(page.select(".diff-row b")).isEmpty();
    assertThat(page.select(".diff-row").text()).contains("<b>output</b>");
    assertThat(page.select("select[name=from] option[selected]")).hasSize(1);
  }

  @Test
  void anyTwoVersionsCanBeCompared() {
    String before = BEFORE.make().article().version();
    String after = AFTER.make().article().version();

    JsonNode diff =
        desk.json("/api/articles/%s/diff?from=%s&to=%s".formatted(AFTER.id(), after, before));

    assertThat(diff.at("/before/version").asText()).isEqualTo(after);
    assertThat(diff.get("summary").asText())
        .startsWith("19 % to 21 %; a quote of Mara Quill added");
    assertThat(diff.get("remarks").findValuesAsText("kind"))
        .contains("figure", "quote-added", "paragraphs-added");
  }

  @Test
  void aVersionThatWasNeverReadIsNotFound() {
    assertThat(desk.get("/api/articles/" + AFTER.id() + "/diff?from=none").statusCode())
        .isEqualTo(404);
    assertThat(desk.get("/articles/none/diff").statusCode()).isEqualTo(404);
  }

  @Test
  void anArticleOfOneWordingSaysSo() {
    String id = UNTOUCHED.article().id();

    assertThat(desk.page("/articles/" + id + "/diff").select(".notice-line").text())
        .startsWith("Only one version");
    assertThat(desk.page("/articles/" + id).select("a[href*=diff]")).isEmpty();
  }

  @Test
  void listsMarkWhatWasCorrected() {
    Document list = desk.page("/");

    assertThat(list.select(".item")).hasSize(3);
    assertThat(list.select(".item .corrected").eachAttr("href"))
        .containsExactlyInAnyOrder(
            "/articles/" + AFTER.id() + "/diff", "/articles/" + NOTED.id() + "/diff");
    for (JsonNode item : desk.json("/api/articles").get("items")) {
      assertThat(item.get("corrected").asBoolean())
          .isNotEqualTo(item.get("id").asText().equals(UNTOUCHED.article().id()));
    }
  }

  @Test
  void correctionsCanBeFollowed() {
    Document feed = desk.page("/corrections.atom");
    Document empty = desk.page("/corrections.atom?q=coal");

    assertThat(feed.select("entry > id").eachText())
        .containsExactlyInAnyOrder(version(AFTER), version(NOTED));
    assertThat(feed.select("entry > summary").eachText())
        .anyMatch(summary -> summary.startsWith("21 % to 19 %"))
        .contains("the outlet says: " + SAID);
    assertThat(empty.select("entry")).isEmpty();
    assertThat(desk.get("/corrections.atom?q=" + "a+".repeat(195)).statusCode()).isEqualTo(400);
  }

  @Test
  void whatTheOutletSaysItCorrectedIsShownAndFound() {
    Document page = desk.page("/articles/" + NOTED.id() + "?q=note:quill&view=all&cursor=");

    assertThat(page.select(".correction-note").text()).endsWith(SAID);
    assertThat(page.select(".correction-note b")).isEmpty();
    assertThat(desk.page("/?q=note:quill").select(".item-note").text()).endsWith(SAID);
    assertThat(desk.page("/?q=note:quill").select(".item-note mark").text()).isEqualTo("Quill");
    assertThat(ids("/api/articles?q=is:noted")).containsExactly(NOTED.id());
    assertThat(desk.json("/api/articles?q=is:noted").at("/items/0/correctionNote").asText())
        .isEqualTo(SAID);
    assertThat(desk.json("/api/articles/" + NOTED.id()).get("correctionNote").asText())
        .isEqualTo(SAID);
    assertThat(desk.get("/api/export.csv?q=is:noted").body())
        .contains(",correction_note")
        .contains(SAID);
  }

  @Test
  void aListCanBeInTheOrderOfChange() {
    assertThat(ids("/api/articles?sort=newest"))
        .containsExactly(UNTOUCHED.article().id(), AFTER.id(), NOTED.id());
    assertThat(ids("/api/articles?sort=changed"))
        .containsExactly(AFTER.id(), UNTOUCHED.article().id(), NOTED.id());
  }

  private static String version(ArticleMaker article) {
    return "urn:keeling:article:" + article.id() + ":version:" + article.make().article().version();
  }

  private static List<String> ids(String address) {
    List<String> ids = new ArrayList<>();
    desk.json(address).get("items").forEach(item -> ids.add(item.get("id").asText()));
    return ids;
  }
}
