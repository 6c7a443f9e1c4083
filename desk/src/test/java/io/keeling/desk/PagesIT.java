package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.NameType;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.search.testing.ArticleMaker;
import java.net.http.HttpResponse;
import java.util.Collections;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Desks.class)
class PagesIT {

  private static final ArticleMaker TALKS =
      article(
              "talks",
              "Talks <script>alert(1)</script> reopen",
              "Mara Quill speaks for the Climate Panel.\n\nShe wants <b>carbon</b> priced.")
          .published("2026-11-20T10:00:00+01:00")
          .by("Ida \"Ink\" Brandt")
          .name("Mara Quill", NameType.PERSON)
          .name("Climate Panel", NameType.ORGANIZATION)
          .topic("un-climate-talks", 0.8, "Climate")
          .topic("carbon-pricing", 0.6, "carbon")
          .country("CH", 1)
          .story("f00", 1);

  /** The first telling of a story. */
  private static final ArticleMaker FIRST =
      article("first", "Talks reopen", "Mara Quill speaks for the Climate Panel.")
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
    desk.archive().store(TALKS.make());
  }

  @Test
  void saysThatThereAreNoArticlesYet() {
    desk.archive().clear();
    assertThat(desk.page("/").select(".empty").text()).contains("No articles yet");
  }

  @Test
  void listsAnArticleWithItsTags() {
    Element item = desk.page("/").selectFirst("li.item");
    assertThat(item.selectFirst("h3 a").text()).isEqualTo("Talks <script>alert(1)</script> reopen");
    assertThat(item.selectFirst("h3 a").attr("href")).startsWith("/articles/" + TALKS.id() + "?");
    assertThat(item.select(".tag").eachText())
        .containsExactly("UN climate talks & diplomacy", "Carbon pricing, markets & offsets");
    assertThat(item.select(".where").text()).isEqualTo("Switzerland");
  }

  @Test
  void marksWhatWasSearchedFor() {
    Document page = desk.page("/?q=priced");
    assertThat(page.select(".snippet mark").eachText()).containsExactly("priced");
    assertThat(page.selectFirst("#q").attr("value")).isEqualTo("priced");
  }

  @Test
  void saysWhereASnippetWasCut() {
    desk.archive()
        .store(
            article(
                    "long",
                    "Long",
                    "It opens. " + "Many words. ".repeat(40) + "The heron left at dawn.")
                .published("2026-11-21T10:00:00Z")
                .make());
    assertThat(desk.page("/?q=heron").select(".snippet").text()).startsWith("… ").contains("heron");
    assertThat(desk.page("/?q=quill").select(".snippet").text()).startsWith("Mara Quill");
  }

  @Test
  void showsClimateNewsUnlessEverythingIsAskedFor() {
    // given
    desk.archive()
        .store(
            article("ball", "A ball is kicked", "Nothing of the weather.")
                .climate(ClimateGrade.NONE)
                .published("2026-11-21T10:00:00Z")
                .make());

    // when
    Document news = desk.page("/");
    Document everything = desk.page(news.select("nav[aria-label='Show'] a").last().attr("href"));

    // then
    assertThat(news.select("h1").text()).isEqualTo("Climate news");
    assertThat(news.select(".item")).hasSize(1);
    assertThat(news.select(".chip")).isEmpty();
    assertThat(news.select("link[type='application/atom+xml']").attr("href"))
        .isEqualTo("/feed.atom?climate=main&climate=mention");
    assertThat(news.select("search input[name=climate]").eachAttr("value"))
        .containsExactly("main", "mention");
    assertThat(everything.select("h1").text()).isEqualTo("Everything read");
    assertThat(everything.select(".item")).hasSize(2);
    assertThat(everything.select("nav[aria-label='Show'] a").first().attr("href")).isEqualTo("/");
    assertThat(everything.select("search input[type=hidden]")).isEmpty();
  }

  @Test
  void aQueryFindsTheSameOnThePageInTheApiAndInAFeed() {
    desk.archive()
        .store(
            article("ball", "A ball is kicked by Mara Quill", "Nothing of the weather.")
                .climate(ClimateGrade.NONE)
                .make());
    for (String query :
        new String[] {"q=quill", "q=quill&climate=main&climate=mention", "country=CH"}) {
      int found = desk.json("/api/articles?" + query).get("total").asInt();
      assertThat(found).isPositive();
      assertThat(desk.page("/?" + query).select(".item")).as(query).hasSize(found);
      assertThat(desk.json("/feed.json?" + query).get("items")).as(query).hasSize(found);
    }
  }

  @Test
  void pageAndFeedAreCalledWhatTheyShow() {
    Document page = desk.page("/?topic=carbon-pricing&country=CH");
    assertThat(page.select("h1").text())
        .isEqualTo("Carbon pricing, markets & offsets in Switzerland");
    assertThat(
            desk.json(page.select("link[type='application/feed+json']").attr("href")).get("title"))
        .asString()
        .contains("Keeling: Carbon pricing, markets & offsets in Switzerland");
  }

  @Test
  void aTextThatIsWrittenFromRightToLeftTurnsByItself() {
    desk.archive()
        .store(
            article(
                    "sahil",
                    "\u0645\u0624\u062a\u0645\u0631 \u0627\u0644\u0645\u0646\u0627\u062e",
                    "\u0645\u0624\u062a\u0645\u0631.")
                .in("ar")
                .make());
    Element title = desk.page("/").selectFirst(".headline[lang=ar]");
    assertThat(title.attr("dir")).isEqualTo("auto");
    Document page = desk.page(title.selectFirst("a").attr("href"));
    assertThat(page.select("h1").attr("dir")).isEqualTo("auto");
    assertThat(page.select(".text p").eachAttr("dir")).containsOnly("auto");
  }

  @Test
  void followsAFacetToItsArticlesAndBack() {
    // when
    Element facet = desk.page("/").selectFirst(".facet-topic a");
    Document chosen = desk.page(facet.attr("href"));

    // then
    assertThat(chosen.select(".chip").text()).contains("Carbon pricing");
    assertThat(chosen.selectFirst(".facet-topic a").attr("aria-current")).isEqualTo("true");
    assertThat(chosen.selectFirst(".facet-topic a").attr("href")).isEqualTo("/");
    assertThat(chosen.select("input[type=hidden][name=topic]").attr("value"))
        .isEqualTo("carbon-pricing");
  }

  @Test
  void showsAChosenFilterThatFindsNothing() {
    Document page = desk.page("/?topic=coal");
    assertThat(page.select(".empty").text()).contains("Remove a filter");
    assertThat(page.select(".facet-topic a[aria-current]").text()).contains("Coal").contains("0");
    assertThat(page.select(".chip-clear").attr("href")).isEqualTo("/?view=all");
    assertThat(page.select(".empty a").eachAttr("href")).containsExactly("/?view=all");
  }

  @Test
  void asksWhetherAnotherWordWasMeant() {
    assertThat(desk.page("/?q=carbn").select(".empty").text()).contains("mean “carbon”?");
  }

  @Test
  void ignoresTrackingParametersInLinksToPages() {
    assertThat(desk.get("/?utm_source=mail").statusCode()).isEqualTo(200);
  }

  @Test
  void highlightsNamesAndTopicEvidenceEvenWhereTheyOverlap() {
    Document page = desk.page("/articles/" + TALKS.id());
    assertThat(page.select(".text p")).hasSize(2);
    assertThat(page.select(".text").text())
        .isEqualTo("Mara Quill speaks for the Climate Panel. She wants <b>carbon</b> priced.");
    assertThat(page.select("mark.m-person").eachText()).contains("Mara Quill");
    assertThat(page.select(".text mark.m-organization").eachText())
        .containsExactly("Climate", " Panel".strip());
    assertThat(page.select(".text mark.m-organization.m-topic").eachText())
        .containsExactly("Climate");
    assertThat(page.select(".text mark.m-topic").eachText()).containsExactly("Climate", "carbon");
  }

  @Test
  void saysWhyAnArticleHasItsTags() {
    Document page = desk.page("/articles/" + TALKS.id());
    Element topic = page.selectFirst(".why [data-key=t1]");
    assertThat(topic.text()).contains("Carbon pricing", "60", "carbon");
    assertThat(page.select(topic.selectFirst(".word").attr("href"))).hasSize(1);
    assertThat(page.select(".why [data-key=n0]").text()).contains("Mara Quill", "1 mention");
    assertThat(page.select(".why").text())
        .contains(
            "Switzerland",
            "Keeling’s reader, release 1",
            "Headline what the page tells search engines (headline)",
            "names-en/1");
    assertThat(page.select(".provenance dd[title='json-ld:headline']")).hasSize(1);
  }

  @Test
  void linksToTheOriginalWithoutTellingItWhoReads() {
    Element original = desk.page("/articles/" + TALKS.id()).selectFirst(".original");
    assertThat(original.attr("href")).isEqualTo("https://news.example/talks");
    assertThat(original.attr("rel")).contains("noopener", "nofollow", "noreferrer");
  }

  @Test
  void keepsEarlierVersionsReadable() {
    // given
    desk.archive()
        .store(
            article("talks", "Talks reopen, corrected", "Mara Quill did not speak.")
                .published("2026-11-20T12:00:00+01:00")
                .revision(2)
                .make());

    // when
    Document current = desk.page("/articles/" + TALKS.id());
    Element earlier = current.select(".versions a").last();
    Document old = desk.page(earlier.attr("href"));

    // then
    assertThat(current.select("h1").text()).isEqualTo("Talks reopen, corrected");
    assertThat(current.select(".older")).isEmpty();
    assertThat(old.select(".text").text()).contains("priced");
    assertThat(old.select(".older a").attr("href")).isEqualTo("/articles/" + TALKS.id());
    var versions = desk.json("/api/articles/" + TALKS.id() + "/versions").get("items");
    assertThat(versions.findValuesAsText("revision")).containsExactly("2", "1");
    assertThat(versions.findValuesAsText("current")).containsExactly("true", "false");
    assertThat(
            desk.json(
                    "/api/articles/"
                        + TALKS.id()
                        + "/versions/"
                        + versions.at("/1/version").asText())
                .get("text")
                .asText())
        .contains("priced");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/?q=%3Cscript%3Ealert(2)%3C%2Fscript%3E", "/?topic=No%22No"})
  void letsNoScriptOfAnArticleOrAQueryThrough(String path) {
    for (String address : new String[] {path, "/articles/" + TALKS.id()}) {
      HttpResponse<String> response = desk.get(address);
      Document page = desk.page(address);
      assertThat(page.select("script")).allMatch(s -> s.attr("src").startsWith("/assets/"));
      assertThat(response.body()).doesNotContain("<script>alert", " style=", "<style", " onclick");
      assertThat(response.headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(
              policy ->
                  assertThat(policy)
                      .contains("default-src 'none'", "script-src 'self'")
                      .doesNotContain("unsafe"));
      assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/?q=nothing+at+all", "/?topic=un-climate-talks&sort=oldest"})
  void labelsEveryFieldAndNamesEveryLandmark(String path) {
    Document page = desk.page(path);
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("main#content")).hasSize(1);
    assertThat(page.select("a.skip[href=#content]")).hasSize(1);
    assertThat(page.select("nav, aside, section"))
        .allMatch(e -> e.hasAttr("aria-label") || e.hasAttr("aria-labelledby"));
    for (Element field : page.select("input:not([type=hidden])")) {
      assertThat(field.closest("label") != null || hasLabel(page, field)).isTrue();
    }
    for (Element labelled : page.select("[aria-labelledby]")) {
      assertThat(page.getElementById(labelled.attr("aria-labelledby"))).isNotNull();
    }
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }

  @Test
  void everyTellingOfAStorySaysHowManyOutletsTellItNow() {
    // given an article that was the first to tell its story
    aStory();
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
    aStory(retold("again", "gazette", "f00", 2), retold("late", "courier", "f00", 3));

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
    aStory(longer.make(), retold("copy", "courier", "f00", 3));

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
    aStory();
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

  /** Stores a story's first telling and others, and nothing else. */
  private static void aStory(EnrichedArticle... others) {
    desk.archive().clear();
    desk.archive().store(FIRST.make());
    desk.archive().store(others);
  }

  private static EnrichedArticle retold(String name, String outlet, String story, int outlets) {
    return article(name, "Talks reopen", "Mara Quill speaks for the Climate Panel.")
        .from(outlet, outlet)
        .published("2026-11-20T11:00:00+01:00")
        .story(story, outlets)
        .make();
  }

  private static boolean hasLabel(Document page, Element field) {
    return !page.select("label[for=" + field.id() + "]").isEmpty();
  }
}
