package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.search.testing.ArticleMaker;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The map, and outlets side by side. */
@ExtendWith(Desks.class)
class ViewsIT {

  private static RunningDesk desk;

  @BeforeAll
  static void fill(RunningDesk empty) {
    desk = empty;
    for (int i = 0; i < 20; i++) {
      ArticleMaker each =
          article("v" + i, "Title", i % 2 == 0 ? "Rain." : "Sun.")
              .published("2026-11-%02dT10:00:00Z".formatted(1 + i))
              .from(i < 12 ? "wire" : "post", i < 12 ? "Wire" : "Post");
      each.country("DE", 0.6);
      if (i < 4) {
        each.country("FR", 0.4);
      }
      if (i == 0) {
        each.country("TV", 0.1);
      }
      // Of Wire three in four are about coal, and as many of Post as of neither.
      each.topic(i < 9 || i == 12 ? "coal" : "oil-gas", 0.9);
      desk.archive().store(each.make());
    }
    desk.archive()
        .store(article("none", "None", "T.").climate(ClimateGrade.NONE).country("US", 1).make());
  }

  @Test
  void theMapHasItsNumbersAsATable() {
    Document page = desk.page("/map");
    assertThat(page.select("tbody tr").eachText())
        .containsExactly("1. Germany 20 100%", "2. France 4 20%", "3. Tuvalu 1 5%");
    assertThat(page.select("tbody th a").eachAttr("href"))
        .containsExactly("/countries/DE", "/countries/FR", "/countries/TV");
    assertThat(desk.page(page.select("tbody td a").get(1).attr("href")).select(".total").text())
        .isEqualTo("4 articles");
    // The drawing says the same to who sees it, and nothing to who does not.
    assertThat(page.select(".map > svg").attr("aria-hidden")).isEqualTo("true");
    assertThat(page.select(".map > svg .s5 title").eachText())
        .containsExactly("Germany: 20 articles");
    assertThat(page.select(".map > svg circle[r=3] title").eachText())
        .containsExactly("Tuvalu: 1 article");
    assertThat(page.select(".rank text").eachText()).containsExactly("1", "2", "3");
    assertThat(page.select(".shades li").last().text()).isEqualTo("11 to 20");
  }

  @Test
  void theMapIsOfAQuery() {
    assertThat(desk.page("/map?q=sun&lang=de").select("tbody tr").eachText())
        .containsExactly("1. Deutschland 10 100 %", "2. Frankreich 2 20 %");
    assertThat(desk.page("/map?view=all").select("tbody tr").eachText())
        .contains("3. Tuvalu 1 4.76%");
    assertThat(desk.page("/map?to=1990-01-01").select(".notice-line").text())
        .isEqualTo("None of these articles names a place.");
    assertThat(desk.get("/map?country=Germany").statusCode()).isEqualTo(400);
  }

  @Test
  void outletsAreComparedByTheirTopics() {
    Document page = desk.page("/outlets");
    assertThat(page.select("thead th").eachText())
        .containsExactly("Topic", "Wire", "Post", "All outlets");
    // Wire: 9 of 12 and 3 of 12; Post: 1 of 8 and 7 of 8; all: 10 of 20 and 10 of 20.
    assertThat(page.select("tbody tr").eachText())
        .containsExactly(
            "Articles 12 articles 8 articles 20 articles",
            "Overlap with all 75% 62.5% –",
            "Coal 75% 12.5% 50%",
            "Oil & gas 25% 87.5% 50%");
    String counted = page.select("tbody tr:nth-child(3) td:nth-child(2) a").attr("href");
    assertThat(desk.page(counted).select(".total").text()).isEqualTo("9 articles");
    assertThat(page.select("thead a").eachAttr("href"))
        .containsExactly("/outlets/wire.example", "/outlets/post.example");
  }

  @Test
  void outletsAreChosenAndTakenAway() {
    Document page = desk.page("/outlets?source=post.example");
    assertThat(page.select("thead th").eachText()).containsExactly("Topic", "Post", "All outlets");
    String added = page.select("details a").attr("href");
    assertThat(desk.page(added).select("thead th").eachText()).contains("Post", "Wire");
    assertThat(page.select(".chip").attr("href")).doesNotContain("source=");
  }

  @Test
  void programsGetTheComparisonToo() {
    JsonNode comparison = desk.json("/api/comparison?source=wire.example&climate=main");
    assertThat(comparison.at("/articles").asInt()).isEqualTo(20);
    assertThat(comparison.at("/outlets/0/overlap").asDouble()).isEqualTo(0.75);
    assertThat(comparison.at("/outlets/0/topics/0/share").asDouble()).isEqualTo(0.75);
    assertThat(desk.get("/api/comparison.csv?source=wire.example&climate=main").body())
        .isEqualTo(
            "\uFEFFdomain,source,topic,count,articles,share,share_of_all_outlets\r\n"
                + "wire.example,Wire,coal,9,12,0.75,0.5\r\nwire.example,Wire,oil-gas,3,12,0.25,0.5\r\n");
  }
}
