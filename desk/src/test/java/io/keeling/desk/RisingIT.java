package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.NameType;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.search.testing.ArticleMaker;
import java.time.LocalDate;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What rises, on made data: the week of 23 to 29 November 2026 and the eight weeks before it. */
@ExtendWith(Desks.class)
class RisingIT {

  private static final LocalDate LAST = LocalDate.parse("2026-11-29");

  private static final String WEEK = "?to=2026-11-29";

  private static RunningDesk desk;
  private static int made;

  @BeforeAll
  static void fill(RunningDesk empty) {
    desk = empty;
    // 20 articles this week and 80 in the eight weeks before: coal 6 now and 8 before, so 2
    // expected.
    for (int i = 0; i < 20; i++) {
      ArticleMaker each = on(LAST.minusDays(i % 7)).topic("oil-gas", 0.9);
      if (i < 6) {
        each.topic("coal", 0.9);
      }
      if (i < 4) {
        each.name("Mara Quill", NameType.PERSON);
      }
      if (i < 2) {
        each.name("Too Few", NameType.PERSON);
      }
      desk.archive().store(each.make());
    }
    for (int i = 0; i < 80; i++) {
      ArticleMaker each = on(LAST.minusDays(7 + i % 56)).topic("oil-gas", 0.9);
      if (i < 8) {
        each.topic("coal", 0.9);
      }
      desk.archive().store(each.make());
    }
    // What lies before the eight weeks is no past of this week.
    for (int i = 0; i < 5; i++) {
      desk.archive().store(on(LAST.minusDays(63)).name("Mara Quill", NameType.PERSON).make());
    }
    desk.archive().store(on(LAST).climate(ClimateGrade.NONE).topic("carbon-pricing", 0.9).make());
    // Nor does a page without a date make anything rise on the day that it is found.
    for (int i = 0; i < 9; i++) {
      desk.archive()
          .store(
              article("undated" + i, "Title", "Text.")
                  .undated(LAST + "T10:00:00Z")
                  .topic("wind-power", 0.9)
                  .make());
    }
  }

  private static ArticleMaker on(LocalDate day) {
    return article("r" + made++, "Title", "Text.").published(day + "T10:00:00Z");
  }

  @Test
  void isWhatHasMoreThanItsShareOfTheWeeksBefore() {
    JsonNode rising = desk.json("/api/rising" + WEEK + "&climate=main&climate=mention");
    assertThat(rising.get("weekAll").asInt()).isEqualTo(20);
    assertThat(rising.get("pastAll").asInt()).isEqualTo(80);
    assertThat(rising.get("items").findValuesAsText("value")).containsExactly("Mara Quill", "coal");
    JsonNode coal = rising.at("/items/1");
    assertThat(coal.get("count").asInt()).isEqualTo(6);
    assertThat(coal.get("before").asInt()).isEqualTo(8);
    assertThat(coal.get("expected").asDouble()).isEqualTo(2);
    // (6 - 2) / sqrt(2 + 1)
    assertThat(coal.get("score").asDouble()).isEqualTo(2.309, within(0.001));
    assertThat(rising.at("/items/0/score").asDouble()).isEqualTo(4);
    assertThat(rising.get("past").asText())
        .startsWith("?climate=main")
        .endsWith("&from=2026-09-28&to=2026-11-22");
  }

  @Test
  void thePageSaysHowItIsReckonedAndItsNumbersLeadToTheArticles() {
    Document page = desk.page("/rising" + WEEK);
    assertThat(page.select("#rising-topic ~ div table tbody tr").eachText())
        .containsExactly("Coal 6 8 2.0 2.3");
    assertThat(page.select("#rising-name ~ div table tbody tr").eachText())
        .containsExactly("Mara Quill person 4 0 0.0 4.0");
    assertThat(page.select("#how ~ p").eachText())
        .contains(
            "Mara Quill: 0 of 80 before, so 0 ÷ 80 × 20 = 0.0 expected; there are 4, and (4 − 0.0) ÷ √(0.0 + 1) = 4.0.");
    String articles = page.select("#rising-topic ~ div table td a").attr("href");
    assertThat(desk.page(articles).select(".total").text()).isEqualTo("6 articles");
    assertThat(page.select("#rising-topic ~ div table th a").attr("href"))
        .isEqualTo("/topics/coal");
    assertThat(page.select("[aria-labelledby=title] > p:not(.files) a").eachText())
        .containsExactly(
            "20 articles from 23 Nov 2026 to 29 Nov 2026,", "80 articles in the 8 weeks before.");
  }

  @Test
  void withoutAPastNothingRises() {
    assertThat(desk.json("/api/rising?to=2026-09-27").get("items")).isEmpty();
    assertThat(desk.page("/rising?to=2020-01-01&lang=de").select(".notice-line").text())
        .startsWith("Nichts steigt");
  }

  @Test
  void theTableHasWhatTheArithmeticNeeds() {
    assertThat(desk.get("/api/rising.csv" + WEEK + "&climate=main").body())
        .isEqualTo(
            "\uFEFFfacet,value,label,type,week,week_all,past,past_all,expected,score\r\n"
                + "name,Mara Quill,Mara Quill,person,4,20,0,80,0.0,4.0\r\n"
                + "topic,coal,Coal,,6,20,8,80,2.0,2.309401\r\n");
  }
}
