package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.enriched.NameType;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.search.testing.ArticleMaker;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the desk's addresses make of the index. What the index answers is its contract's test. */
@ExtendWith(Desks.class)
class SearchIT {

  private static final ArticleMaker FIRST =
      article("first", "Coal leaves the valley", "Carbon is priced in the United States.")
          .known("USA", "United States", NameType.LOCATION)
          .topic("coal", 0.9)
          .subtitle("A standfirst of coal")
          .by("Ida Brandt")
          .story("s1", 2)
          .published("2026-11-20T10:00:00Z");

  private static RunningDesk desk;

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
    desk.archive()
        .store(
            FIRST.make(),
            article("second", "Coal leaves the valley", "Carbon is priced.")
                .from("gull-wire", "Gull Wire")
                .story("s1", 2)
                .published("2026-11-21T10:00:00Z")
                .make(),
            article("alone", "A quiet harbour", "No fuel at all.").make(),
            article("talks", "Talks at sea", "They met.")
                .known("US", "United States", NameType.LOCATION)
                .make(),
            article("about", "About this paper", "Who we are.")
                .undated("2026-11-24T12:00:00Z")
                .make());
  }

  @Test
  void whatHasNoDateIsNotTheFirstOfTheNewsAndSaysSo() {
    Document list = desk.page("/");
    assertThat(list.select(".headline").last().text()).isEqualTo("About this paper");
    assertThat(list.select(".results h2.day").last().text()).isEqualTo("Without a date");
    assertThat(list.select(".item").last().select("time").text()).startsWith("No date; first seen");
    assertThat(desk.page("/?lang=de").select(".results h2.day").last().text())
        .isEqualTo("Ohne Datum");
    String address = list.select(".headline a").last().attr("href");
    assertThat(desk.page(address).select("h1").text()).isEqualTo("About this paper");
    assertThat(desk.page(address).select("a[rel=prev]").attr("href")).isNotEmpty();

    JsonNode items = desk.json("/api/articles").get("items");
    JsonNode last = items.get(items.size() - 1);
    assertThat(last.get("title").asText()).isEqualTo("About this paper");
    assertThat(last.get("sortedAt").asText()).startsWith("2026-11-24T12:00:00");
    assertThat(desk.json("/api/articles?q=is:undated").get("total").asInt()).isEqualTo(1);
    assertThat(desk.json("/feed.json").get("items").get(0).get("title").asText())
        .as("feeds bring what was found last")
        .isEqualTo("About this paper");
  }

  @Test
  void whatHasNoDateIsInNoBarOfTheDays() {
    JsonNode trend = desk.json("/api/trends?step=day");
    assertThat(trend.get("items").findValuesAsText("start"))
        .startsWith("2026-11-20")
        .doesNotContain("2026-11-24");
    assertThat(desk.json("/api/trends?q=is:undated").get("items")).isEmpty();
    assertThat(desk.json("/api/completions?begins=2026&field=after").at("/items/0/count").asInt())
        .as("what after: finds")
        .isEqualTo(5);
  }

  @Test
  void aNameIsOneThingOnThePageInTheApiAndOnItsOwnPage() {
    for (String name : List.of("USA", "usa", "United States", "US")) {
      String query = encoded(name);
      Document list = desk.page("/?view=all&name=" + query);
      assertThat(list.select(".chip bdi").eachText()).contains("United States");
      assertThat(list.select(".headline").eachText())
          .containsExactlyInAnyOrder("Coal leaves the valley", "Talks at sea");
      assertThat(desk.json("/api/articles?q=" + encoded("name:\"" + name + '"')).get("total"))
          .isEqualTo(desk.json("/api/articles?name=" + query).get("total"));
      Document profile = desk.page("/names/" + query.replace("+", "%20"));
      assertThat(profile.select("main").text()).contains("2 articles");
    }
  }

  @Test
  void whoWritesNotIsAskedWhetherHeMeansTheSign() {
    JsonNode answer = desk.json("/api/articles?q=" + encoded("coal not carbon"));
    assertThat(answer.get("didYouMean").asText()).isEqualTo("coal -carbon");
    assertThat(desk.json("/api/articles?q=" + encoded("coal -carbon")).has("didYouMean")).isFalse();
    Document page = desk.page("/?view=all&q=" + encoded("harbour not nicht-da or harbour"));
    assertThat(page.select(".without a").text())
        .contains("Did you mean “harbour -nicht-da or harbour”?");
  }

  @Test
  void whatIsNotUnderstoodIsSaidWithItsPlace() {
    var answer = desk.get("/api/articles?q=" + encoded("coal foo:bar"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("no field foo:").contains("(character 6)");
    assertThat(desk.get("/api/articles?q=" + encoded("topic:nonsense")).statusCode())
        .isEqualTo(400);
    assertThat(desk.get("/?q=" + encoded("\"never closed")).statusCode()).isEqualTo(400);
  }

  @Test
  void whatIsNotUnderstoodStaysInTheFieldAndIsSaidInTheReadersLanguage() {
    Document german =
        Jsoup.parse(
            desk.ask("GET", "/?q=" + encoded("coal (heat"), "Accept-Language", "de").body());
    assertThat(german.select("main").text())
        .contains("diese Klammer wird nicht geschlossen (Zeichen 6)");
    assertThat(german.select("#q").attr("value")).isEqualTo("coal (heat");
  }

  @Test
  void whatWasSearchedForIsMarkedInTheListAndInTheArticle() {
    Document list = desk.page("/?q=carbon+standfirst&view=all");
    assertThat(list.select(".item-standfirst mark").eachText()).containsExactly("standfirst");

    Document found = desk.page(list.select(".headline a").attr("href"));
    assertThat(found.select(".standfirst mark").text()).isEqualTo("standfirst");
    assertThat(found.select(".text mark.m-hit").eachText()).containsExactly("Carbon");
    assertThat(found.select(".legend [data-kind=hit]")).hasSize(1);

    Document alone = desk.page("/articles/" + FIRST.id());
    assertThat(alone.select(".m-hit")).isEmpty();
  }

  @Test
  void aTypoOffersAnotherWordAndFollowsItOnlyWhenAsked() {
    Document page = desk.page("/?q=carbn");
    assertThat(page.select(".item")).isEmpty();
    assertThat(page.select(".empty a").first().text()).isEqualTo("Did you mean “carbon”?");
    assertThat(desk.page(page.select(".empty a").first().attr("href")).select(".item")).hasSize(1);
  }

  @Test
  void aQueryAnswersTheSameEverywhere() {
    String query = "?q=" + encoded("topic:Coal or harbor");
    assertThat(desk.json("/api/articles" + query).get("total").asInt()).isEqualTo(2);
    assertThat(desk.json("/feed.json" + query).get("items")).hasSize(2);
    assertThat(desk.page("/feed.atom" + query).select("entry")).hasSize(2);
    assertThat(desk.get("/api/export.jsonl" + query).body().lines()).hasSize(2);
    assertThat(desk.json("/api/facets" + query).at("/topic/0/count").asInt()).isEqualTo(1);
    assertThat(desk.json("/api/trends" + query).get("items").findValuesAsText("count"))
        .isNotEmpty();
  }

  @Test
  void aStoryIsOnceWhereSomebodyAsksForIt() {
    JsonNode all = desk.json("/api/articles?q=coal");
    assertThat(all.get("total").asInt()).isEqualTo(2);
    assertThat(all.has("articles")).isFalse();
    JsonNode once = desk.json("/api/articles?q=coal&stories=once&sort=newest");
    assertThat(once.get("total").asInt()).isEqualTo(1);
    assertThat(once.get("articles").asInt()).isEqualTo(2);
    assertThat(once.at("/items/0/source/name").asText()).isEqualTo("Gull Wire");
    assertThat(desk.get("/api/articles?stories=twice").statusCode()).isEqualTo(400);
  }

  @Test
  void aWordThatIsInNoArticleIsAskedAbout() {
    JsonNode answer = desk.json("/api/articles?q=carbn");
    assertThat(answer.get("total").asInt()).isZero();
    assertThat(answer.get("didYouMean").asText()).isEqualTo("carbon");
    assertThat(desk.json("/api/articles?q=carbon").has("didYouMean")).isFalse();
  }

  @Test
  void beginningsAreCompletedWithCounts() {
    JsonNode items = desk.json("/api/completions?begins=usa").get("items");
    assertThat(items).hasSize(1);
    assertThat(items.get(0).get("value").asText()).isEqualTo("United States");
    assertThat(items.get(0).get("field").asText()).isEqualTo("name");
    assertThat(items.get(0).get("count").asInt()).isEqualTo(2);
    assertThat(labels("co")).contains("Coal");
    assertThat(labels("co&field=country")).isEmpty();
    assertThat(labels("unit&field=name")).containsExactly("United States");
    assertThat(labels("engl&field=language")).containsExactly("English");
    assertThat(labels("brandt&field=author")).containsExactly("Ida Brandt");
    assertThat(desk.json("/api/completions?begins=ida&field=author").at("/items/0").toString())
        .isEqualTo(
            "{\"field\":\"author\",\"value\":\"Ida Brandt\",\"label\":\"Ida Brandt\",\"count\":1}");
    assertThat(desk.get("/api/completions").statusCode()).isEqualTo(400);
    assertThat(desk.get("/api/completions?begins=a&field=mood").statusCode()).isEqualTo(400);
  }

  @Test
  void datesAreOfferedWithWhatEachFinds() {
    JsonNode after = desk.json("/api/completions?begins=20&field=after").at("/items/0");
    String query = encoded("after:" + after.get("value").asText());
    assertThat(desk.json("/api/articles?q=" + query).get("total")).isEqualTo(after.get("count"));
    assertThat(labels("&field=before&lang=de"))
        .isNotEmpty()
        .first()
        .asString()
        .startsWith("heute, ");
    assertThat(desk.get("/api/completions?begins=&field=before&lang=xx").statusCode())
        .isEqualTo(400);
  }

  @Test
  void whyAnArticleStandsThereIsExplained() {
    String address = "/api/articles/" + FIRST.id() + "/explanation?q=";
    JsonNode why = desk.json(address + "coal");
    assertThat(why.get("score").asDouble()).isPositive();
    assertThat(why.get("parts")).isNotEmpty();
    assertThat(desk.get(address + "harbour").statusCode()).isEqualTo(404);
  }

  private static List<String> labels(String beginning) {
    return desk.json("/api/completions?begins=" + beginning).get("items").findValuesAsText("label");
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}
