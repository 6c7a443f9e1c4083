package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.NameType;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.search.testing.ArticleMaker;
import java.util.Collections;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the desk shows of a story that several outlets tell. */
@ExtendWith(Desks.class)
class StoriesIT {

  private static final ArticleMaker FIRST =
      article("talks", "Talks reopen", "Mara Quill speaks for the Climate Panel.")
          .published("2026-11-20T10:00:00+01:00")
          .story("f00", 1);

  private static RunningDesk desk;

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
  }

  @BeforeEach
  void fill() {
    desk.archive().clear();
    desk.archive().store(FIRST.make());
  }

  @Test
  void everyTellingOfAStorySaysHowManyOutletsTellItNow() {
    // given an article that was the first to tell its story
    assertThat(desk.page("/").select(".story")).isEmpty();

    // when two others of one outlet, and one of a third, tell it
    desk.archive()
        .store(
            retold("again", "gazette", "f00", 2),
            retold("once-more", "gazette", "f00", 2),
            retold("late", "courier", "f00", 3),
            retold("else", "post", "f01", 1));

    // then
    assertThat(desk.page("/?stories=all").select(".item .story").eachText())
        .containsExactlyElementsOf(Collections.nCopies(4, "Also in 2 other outlets"));
    assertThat(desk.page("/articles/" + FIRST.id()).select(".story").text())
        .isEqualTo("Covered by 3 outlets");
    assertThat(desk.json("/api/articles?story=f00").findValuesAsText("outlets"))
        .containsExactly("3", "3", "3", "3");
    assertThat(desk.get("/api/export.jsonl?story=f00").body().lines())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).contains("\"outlets\":3"));
  }

  @Test
  void aStoryStandsInTheListOnceAndOpensToItsOtherTellings() {
    // given
    desk.archive().store(retold("again", "gazette", "f00", 2), retold("late", "courier", "f00", 3));

    // when
    Document once = desk.page("/");
    Document every = desk.page(once.select(".facet-stories a").last().attr("href"));

    // then
    assertThat(once.select(".item")).hasSize(1);
    assertThat(once.select("details.tellings summary").text()).isEqualTo("Also in 2 other outlets");
    assertThat(once.select("details.tellings .source").eachText()).hasSize(2);
    assertThat(once.select("details.tellings a").eachAttr("href"))
        .contains("/?story=f00")
        .endsWith("/stories/f00");
    assertThat(every.select(".item")).hasSize(3);
    assertThat(every.select(".facet-stories a[aria-current]").text()).isEqualTo("Every telling");
    assertThat(desk.page("/?story=f00").select(".item")).hasSize(3);
  }

  @Test
  void theTellingsStandSideBySideWithWhatEachAdds() {
    // given a telling with a paragraph of its own, and one that says the same in fewer words
    String more = "Ida Brandt of the shipping union said she had never seen such ice in her life.";
    ArticleMaker longer =
        article("long", "Talks reopen", "Mara Quill speaks for the Climate Panel.\n\n" + more)
            .from("gazette", "Gazette")
            .published("2026-11-20T10:30:00+01:00")
            .name("Ida Brandt", NameType.PERSON)
            .story("f00", 2);
    desk.archive().store(longer.make(), retold("copy", "courier", "f00", 3));

    // when
    Document page = desk.page("/stories/f00");
    JsonNode items = desk.json("/api/stories/f00").get("items");

    // then
    assertThat(page.select(".columns > li .source").eachText())
        .containsExactly("The Harbour Post", "Gazette", "courier");
    assertThat(page.select(".columns > li").get(1).text()).contains(more, "Ida Brandt");
    assertThat(page.select(".columns > li").get(2).text()).contains("100 percent", "Nothing new");
    assertThat(items.get(1).at("/added/paragraphs").get(0).asText()).isEqualTo(more);
    assertThat(items.get(2).at("/added/known").asDouble()).isEqualTo(1);

    // and any of them stands beside the first
    String compare = page.select(".columns > li").get(1).select("a[href*='/diff']").attr("href");
    assertThat(desk.page(compare).select(".diff-row ins").eachText()).containsExactly(more);
    // and it can be taken away: as JSON, and each wording with its citation
    assertThat(page.select("a[href='/api/stories/f00']")).hasSize(1);
    for (Element cited : page.select("details p.citation")) {
      assertThat(cited.text()).contains("kept as http://desk.example/articles/", "/versions/");
    }
    assertThat(page.select("details p.citation")).hasSameSizeAs(items);
    assertThat(desk.json(page.selectFirst("details a").attr("href")).get("text").asText())
        .isEqualTo(page.selectFirst("details p.citation").text());
    assertThat(desk.get("/stories/none").statusCode()).isEqualTo(404);
  }

  @Test
  void aStorySaysHowOftenItIsToldAndWhatItIsAbout() {
    for (int day = 21; day < 24; day++) {
      desk.archive()
          .store(
              article("day" + day, "Talks reopen", "Mara Quill speaks.")
                  .from("gazette", "Gazette")
                  .published("2026-11-" + day + "T10:00:00Z")
                  .topic("coal", 0.9)
                  .name("Mara Quill", NameType.PERSON)
                  .story("f00", 2)
                  .make());
    }
    Document page = desk.page("/stories/f00");
    assertThat(page.select("h1 + p").text())
        .isEqualTo("Told 4 times by 2 outlets, 20 Nov 2026 to 23 Nov 2026.");
    assertThat(page.select(".diff > .files a").eachAttr("href"))
        .containsExactly("/topics/coal", "/names/Mara%20Quill");
    assertThat(page.select(".trend rect.bar")).hasSize(4);
  }

  private static EnrichedArticle retold(String name, String outlet, String story, int outlets) {
    return article(name, "Talks reopen", "Mara Quill speaks for the Climate Panel.")
        .from(outlet, outlet)
        .published("2026-11-20T11:00:00+01:00")
        .story(story, outlets)
        .make();
  }
}
