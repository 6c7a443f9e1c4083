package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a list to its articles, from one to the next, and back. */
@ExtendWith(Desks.class)
class TrailIT {

  private static final int ARTICLES = 7;

  private static RunningDesk desk;

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
    for (int i = 1; i <= ARTICLES; i++) {
      desk.archive()
          .store(
              article("a" + i, "Number " + i, "Of coal. " + "And coal again. ".repeat(i))
                  .published("2026-11-%02dT10:00:00Z".formatted(i))
                  .topic("coal", 1, "coal")
                  .make());
    }
    desk.archive()
        .store(
            article("other", "Another", "Of sport.")
                .climate(ClimateGrade.NONE)
                .published("2026-11-04T11:00:00Z")
                .make());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?view=all",
        "/?topic=coal&sort=oldest",
        "/?limit=3",
        "/?q=coal",
        "/?q=coal&sort=newest",
        "/?stories=all"
      })
  void articlesFollowOneAnotherAsTheListHasThem(String list) {
    // given the headlines of all pages of the list
    List<String> listed = new ArrayList<>();
    @Nullable String first = null;
    for (String page = list; page != null; page = href(desk.page(page), ".pages a[rel=next]")) {
      listed.addAll(desk.page(page).select(".headline").eachText());
      first = first == null ? href(desk.page(page), ".headline a") : first;
    }

    // when
    List<String> read = new ArrayList<>();
    String last = first;
    for (String at = first; at != null; at = href(desk.page(at), "#next")) {
      read.add(desk.page(at).select("h1").text());
      last = at;
    }

    // then
    assertThat(read).isEqualTo(listed).hasSizeGreaterThanOrEqualTo(ARTICLES);

    // and the same way back
    List<String> back = new ArrayList<>();
    for (String at = last; at != null; at = href(desk.page(at), "#previous")) {
      back.add(0, desk.page(at).select("h1").text());
    }
    assertThat(back).isEqualTo(listed);
  }

  @Test
  void anArticleLeadsBackToThePageOfTheListThatItIsOn() {
    // given
    String second = href(desk.page("/?topic=coal&limit=3"), ".pages a[rel=next]");
    Document page = desk.page(second);

    // when
    Document article = desk.page(href(page, ".headline a"));

    // then
    Element up = article.selectFirst("#up");
    assertThat(up.text()).contains("Coal");
    assertThat(desk.page(up.attr("href")).select(".headline").eachText())
        .isEqualTo(page.select(".headline").eachText());
    assertThat(article.select("search input[name=topic]").attr("value")).isEqualTo("coal");
  }

  @Test
  void anArticleThatWasNotOpenedFromAListHasNoWayOn() {
    String path = href(desk.page("/"), ".headline a").replaceAll("\\?.*", "");
    for (String address : new String[] {path, path + "?topic=coal", path + "?cursor=none"}) {
      assertThat(desk.get(address).statusCode()).isEqualTo(200);
      assertThat(desk.page(address).select(".trail")).isEmpty();
      assertThat(desk.page(address).select("#q")).hasSize(1);
    }
  }

  @Test
  void aNewArticleDoesNotMoveWhoReads() {
    // given
    String open = desk.page("/").select(".headline a").get(2).attr("href");
    String next = desk.page(open).select("#next").attr("title");

    // when
    desk.archive()
        .store(article("new", "New", "Of coal.").published("2026-11-20T10:00:00Z").make());

    // then
    assertThat(desk.page(open).select("#next").attr("title")).isEqualTo(next);
  }

  private static @Nullable String href(Document page, String link) {
    Element found = page.selectFirst(link);
    return found == null ? null : found.attr("href");
  }
}
