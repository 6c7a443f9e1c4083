package io.keeling.feeds;

import static io.keeling.feeds.desk.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.NameType;
import io.keeling.feeds.desk.ArticleMaker;
import io.keeling.feeds.desk.Desk;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collections;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static Desk desk;

  @BeforeAll
  static void open(@TempDir Path directory) throws Exception {
    desk = Desk.open(directory);
  }

  @AfterAll
  static void close() throws Exception {
    desk.close();
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
    assertThat(item.selectFirst("h3 a").attr("href")).isEqualTo("/articles/" + TALKS.id());
    assertThat(item.select(".tag").eachText())
        .containsExactly("UN climate talks & diplomacy", "Carbon pricing, markets & offsets");
    assertThat(item.select(".where").text()).isEqualTo("Switzerland");
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
        .containsExactly("In 3 outlets", "In 3 outlets", "In 3 outlets", "In 3 outlets");
    assertThat(desk.page("/").select(".item .story").eachText()).containsExactly("In 3 outlets");
    assertThat(desk.page("/articles/" + TALKS.id()).select(".story").text())
        .isEqualTo("Told by 3 outlets");
    assertThat(desk.json("/api/articles?story=f00").findValuesAsText("outlets"))
        .containsExactly("3", "3", "3", "3");
    assertThat(desk.get("/api/export.jsonl?story=f00").body().lines())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).contains("\"outlets\":3"));
  }

  private static EnrichedArticle retold(String name, String outlet, String story, int outlets) {
    return article(name, "Talks reopen", "Mara Quill speaks for the Climate Panel.")
        .from(outlet, outlet)
        .published("2026-11-20T11:00:00+01:00")
        .story(story, outlets)
        .make();
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
    assertThat(page.select(".empty").text()).contains("Take a filter away");
    assertThat(page.select(".facet-topic a[aria-current]").text()).contains("Coal").contains("0");
    assertThat(page.select(".chip-clear").attr("href")).isEqualTo("/");
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
        .contains("Switzerland", "keeling-reader/1", "json-ld:headline", "names-en/1");
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
