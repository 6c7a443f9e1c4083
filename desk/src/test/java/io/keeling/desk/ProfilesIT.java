package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.NameType;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.search.testing.ArticleMaker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of topics, names, countries and outlets. */
@ExtendWith(Desks.class)
class ProfilesIT {

  private static final int MOST = 100_000;

  private static RunningDesk desk;

  @BeforeAll
  static void fill(RunningDesk empty) {
    desk = empty;
    for (int i = 0; i < 12; i++) {
      ArticleMaker each =
          article("a" + i, "Title " + i, "Mara Quill speaks of coal.")
              .from(i % 2 == 0 ? "wire" : "post", i % 2 == 0 ? "Wire" : "Post")
              .published("2026-11-%02dT10:00:00Z".formatted(1 + i / 3))
              .in(i == 11 ? "de" : "en")
              .climate(i < 9 ? ClimateGrade.MAIN : ClimateGrade.NONE);
      if (i < 6) {
        each.topic("coal", 0.9, "coal").name("Mara Quill", NameType.PERSON).country("DE", 1);
      }
      if (i < 3) {
        each.topic("wind-power", 0.9).name("AC/DC", NameType.ORGANIZATION).story("aa01", 3);
      }
      desk.archive().store(each.make());
    }
    desk.archive()
        .store(
            article("known", "Known", "U.S. rain.")
                .place("U.S.", "United States", "Q30", "US")
                .country("US", 1)
                .published("2026-11-02T10:00:00Z")
                .from("post", "Post")
                .make());
  }

  @Test
  void sayWhatATopicIsAndHowMuchOfWhatWasPublishedItIs() {
    Document page = desk.page("/topics/coal?from=2026-11-01");
    assertThat(page.select("h1").text()).isEqualTo("Coal");
    assertThat(page.select(".profile header a[href='/?topic=coal&from=2026-11-01']").text())
        .isEqualTo("All 6 articles");
    assertThat(page.text()).contains("6 articles of 13 in this period: 46.2%");
    assertThat(page.select(".trend")).hasSize(2);
    assertThat(page.select(".numbers tbody tr").eachText())
        .containsExactly(
            "4 Nov 2026 0 3 0%", "3 Nov 2026 0 3 0%", "2 Nov 2026 3 4 75%", "1 Nov 2026 3 3 100%");
    String day = page.select(".numbers tbody tr:nth-child(3) a").attr("href");
    assertThat(desk.page(day).select(".total").text()).isEqualTo("3 articles");
  }

  @Test
  void tellWithWhatSomethingIsMentionedAndLeadToBoth() {
    Document page = desk.page("/names/Mara%20Quill");
    assertThat(page.select(".kicker").first().text()).isEqualTo("People");
    assertThat(page.select("#with-topic ~ table tbody tr").eachText())
        .containsExactly("Coal 6 100%", "Wind power 3 50%");
    assertThat(page.select("#with-name ~ table tbody tr").eachText())
        .containsExactly("AC/DC organisation 3 50%");
    assertThat(page.select("#with-source ~ table tbody th").eachText())
        .containsExactly("Post", "Wire");
    for (var count : page.select(".columns td a")) {
      assertThat(desk.page(count.attr("href") + "&stories=all").select(".total").text())
          .as(count.attr("href"))
          .startsWith(count.text() + " article");
    }
    assertThat(page.select("#with-topic ~ table th a").eachAttr("href"))
        .containsExactly("/topics/coal", "/topics/wind-power");
    // What no path can hold has no page, and is shown all the same.
    assertThat(page.select("#with-name ~ table th a")).isEmpty();
    assertThat(page.select("section[aria-labelledby=told] .story").text())
        .isEqualTo("Told 3 times");
    assertThat(page.select("section[aria-labelledby=told] .story").attr("href"))
        .isEqualTo("/stories/aa01");
  }

  @Test
  void anOutletsShareIsItsClimateNews() {
    Document page = desk.page("/outlets/wire.example?from=2026-11-01");
    assertThat(page.select("h1").text()).isEqualTo("Wire");
    assertThat(page.text()).contains("5 articles of 6 in this period: 83.3%");
  }

  @Test
  void aNameOfSomethingElseLeadsToIt() {
    assertThat(desk.page("/names/U.S.").select(".notice-line a").attr("href"))
        .isEqualTo("/names/United%20States");
    assertThat(desk.page("/names/united%20states").select(".notice-line")).isEmpty();
  }

  @Test
  void namesAndCountriesLeadToTheirEntries() {
    for (String path : List.of("/names/United%20States", "/countries/US?lang=de")) {
      assertThat(desk.page(path).select(".profile header .kicker a").attr("href"))
          .as(path)
          .isEqualTo("https://www.wikidata.org/wiki/Q30");
    }
    assertThat(desk.json("/api/profiles/names/united%20states").get("wikidata").asText())
        .isEqualTo("Q30");
    assertThat(desk.page("/countries/DE").select(".profile header .kicker a")).isEmpty();
  }

  @Test
  void otherViewsShowTheSameArticles() {
    for (var way : desk.page("/outlets/wire.example").select(".profile header .files a")) {
      assertThat(desk.get(way.attr("href")).statusCode()).as(way.attr("href")).isEqualTo(200);
    }
    assertThat(desk.page("/topics/coal").select(".profile header .files a").eachAttr("href"))
        .containsExactly("/?topic=coal", "/feed.atom?topic=coal", "/map?topic=coal");
  }

  @Test
  void aQueryNarrowsWhatIsLookedAt() {
    Document page = desk.page("/topics/coal?source=wire.example&from=2026-11-01&to=2026-11-01");
    assertThat(page.text()).contains("2 articles of 2 in this period: 100%");
    assertThat(page.select(".notice-line a").attr("href")).isEqualTo("/topics/coal");
    assertThat(desk.page("/topics/coal?topic=wind-power").select(".profile header a").text())
        .startsWith("All 6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/names/Nobody",
        "/topics/no-such",
        "/topics/No%20Such",
        "/countries/deu",
        "/countries/ZZ",
        "/outlets/none.example"
      })
  void whatNobodyKnowsIsNotThere(String path) {
    assertThat(desk.get(path).statusCode()).as(path).isEqualTo(404);
  }

  @Test
  void whatAListKnowsHasAPageBeforeItsFirstArticle() {
    assertThat(desk.page("/countries/TV").text()).contains("Tuvalu", "No article");
    assertThat(desk.page("/countries/tv?lang=de").select("h1").text()).isEqualTo("Tuvalu");
  }

  @Test
  void programsGetTheSame() {
    JsonNode profile = desk.json("/api/profiles/topics/coal?from=2026-11-01");
    assertThat(profile.get("label").asText()).isEqualTo("Coal");
    assertThat(profile.get("articles").asInt()).isEqualTo(6);
    assertThat(profile.get("query").asText()).isEqualTo("?topic=coal&from=2026-11-01");
    assertThat(profile.at("/attention/published").asInt()).isEqualTo(13);
    assertThat(profile.at("/attention/items/0").toString())
        .isEqualTo("{\"start\":\"2026-11-01\",\"count\":3,\"published\":3,\"share\":1.0}");
    assertThat(profile.at("/together/topic/0/value").asText()).isEqualTo("wind-power");
    assertThat(profile.at("/told/0/tellings").asInt()).isEqualTo(3);
    assertThat(desk.get("/api/profiles/stories/aa01").statusCode()).isEqualTo(404);
    assertThat(desk.json("/api/attention?topic=coal&from=2026-11-01").get("items"))
        .isEqualTo(profile.at("/attention/items"));
    assertThat(desk.json("/api/mentions?topic=coal").at("/topic/0/count").asInt()).isEqualTo(6);
  }

  @Test
  void tablesAreFilesForSpreadsheets() {
    assertThat(desk.get("/api/attention.csv?topic=coal&from=2026-11-01").body())
        .isEqualTo(
            "\uFEFFstart,articles,published,share\r\n2026-11-01,3,3,1.0\r\n2026-11-02,3,4,0.75\r\n"
                + "2026-11-03,0,3,0.0\r\n2026-11-04,0,3,0.0\r\n");
    assertThat(desk.get("/api/mentions.csv?topic=wind-power").body())
        .startsWith("\uFEFFfacet,value,label,type,articles\r\ntopic,coal,Coal,,3\r\n")
        .contains("name,AC/DC,AC/DC,organization,3\r\n", "country,DE,Germany,,3\r\n");
    for (var link : desk.page("/topics/coal").select(".files a")) {
      assertThat(desk.get(link.attr("href")).statusCode()).as(link.attr("href")).isEqualTo(200);
    }
  }

  @Test
  void tagsAndChosenFiltersLeadToThem() {
    Document read = desk.page("/articles/" + article("a0", "", "").id());
    assertThat(read.select(".why a[href='/names/Mara%20Quill']").text())
        .isEqualTo("Page Mara Quill");
    assertThat(read.select(".why a").eachAttr("href")).contains("/topics/coal", "/countries/DE");
    assertThat(desk.page("/?topic=coal&country=DE").select(".results-head a").eachAttr("href"))
        .contains("/topics/coal", "/countries/DE");
  }

  @Test
  void speakGermanAndStaySmall() {
    for (String path : List.of("/topics/coal?lang=de", "/names/Mara%20Quill?from=1990-01-01")) {
      assertThat(desk.get(path).body().getBytes(StandardCharsets.UTF_8))
          .as(path)
          .hasSizeLessThan(MOST);
    }
    assertThat(desk.page("/topics/coal?lang=de").select("h2").eachText())
        .contains("Im Lauf der Zeit", "Neueste");
  }
}
