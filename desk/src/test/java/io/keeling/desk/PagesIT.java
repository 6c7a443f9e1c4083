package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.ClimateGrade;
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
  @ValueSource(strings = {"/articles/none", "/nowhere", "/articles/none/versions/none"})
  void saysInPlainWordsThatThereIsNothing(String path) {
    assertThat(desk.get(path).statusCode()).isEqualTo(404);
    assertThat(desk.page(path).select("h1").text()).isEqualTo("Nothing here");
  }

  @Test
  void saysInPlainWordsWhatIsWrongWithAQuery() {
    assertThat(desk.get("/?limit=many").statusCode()).isEqualTo(400);
    assertThat(desk.page("/?limit=many").select(".notice").text())
        .contains("limit must be 1 to 200, not \"many\"");
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
  void servesAssetsThatBrowsersMayKeep() {
    for (String asset : desk.page("/").select("link[rel=stylesheet]").eachAttr("href")) {
      assertThat(desk.get(asset).headers().firstValue("Cache-Control"))
          .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
      assertThat(desk.get(asset).headers().firstValue("Content-Type"))
          .hasValue("text/css; charset=utf-8");
    }
    assertThat(desk.get("/assets/..%2Ftopics.tsv").statusCode()).isIn(400, 404);
  }

  @Test
  void rowsThatAnEarlierReleaseStoredWithoutBoundsKeepEveryAnswerSmall() {
    String endless = "tide ".repeat(210_000);
    ArticleMaker flood =
        article("flood", endless, "The tide rose at the quay.")
            .by(Collections.nCopies(20_000, "Ada Okoye").toArray(String[]::new))
            .from("harbour", endless, "harbour.example")
            .name("Quay " + "a".repeat(50_000), NameType.LOCATION, "quay")
            .name("Quay", NameType.LOCATION, "quay");
    desk.archive().store(flood.make());

    for (String path :
        new String[] {
          "/",
          "/?q=tide",
          "/api/articles",
          "/api/articles?q=tide",
          "/api/facets",
          "/feed.atom",
          "/feed.json",
          "/articles/" + flood.id(),
          "/api/articles/" + flood.id()
        }) {
      HttpResponse<String> answer = desk.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.body().length()).as(path).isLessThan(60_000);
      assertThat(answer.body()).as(path).doesNotContain("a".repeat(201));
    }
    assertThat(desk.page("/").select("li.item h3").eachText())
        .anySatisfy(title -> assertThat(title).startsWith("tide tide").endsWith("\u2026"));
  }

  @Test
  void aCharacterThatNoTextCanHoldIsTheReadersMistake() {
    assertThat(desk.get("/articles/%00").statusCode()).isIn(400, 404);
    assertThat(desk.get("/api/articles/a%00b").statusCode()).isIn(400, 404);
    assertThat(desk.get("/?q=%ED%A0%80&name=%ED%A0%80").statusCode()).isIn(200, 400);
  }

  private static boolean hasLabel(Document page, Element field) {
    return !page.select("label[for=" + field.id() + "]").isEmpty();
  }
}
