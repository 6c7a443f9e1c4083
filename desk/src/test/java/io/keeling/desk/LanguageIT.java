package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk in another language than English. */
@ExtendWith(Desks.class)
class LanguageIT {

  private static final EnrichedArticle COAL =
      article("coal", "Of coal", "Of coal, and of nothing else.")
          .topic("coal", 1, "coal")
          .country("DE", 1)
          .make();

  private static RunningDesk desk;

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
    desk.archive().store(COAL);
  }

  @Test
  void aBrowserGetsItsOwnLanguage() {
    HttpResponse<String> answer = desk.ask("GET", "/", "Accept-Language", "de-AT,de;q=0.9");
    Document page = Jsoup.parse(answer.body());

    assertThat(page.select("html").attr("lang")).isEqualTo("de");
    assertThat(page.select("h1").text()).isEqualTo("Klimanachrichten");
    assertThat(page.select(".facet-topic .value").text()).isEqualTo("Kohle");
    assertThat(page.select(".facet-country .value").text()).isEqualTo("Deutschland");
    assertThat(page.select(".total").text()).isEqualTo("1 Artikel");
    assertThat(String.join(", ", answer.headers().allValues("Vary")))
        .contains("Accept-Language", "Cookie");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void theSwitchIsRememberedAndStrongerThanTheBrowser() {
    Document english = desk.page("/?topic=coal");
    String german = english.select(".languages a[lang=de]").attr("href");
    assertThat(german).isEqualTo("/?topic=coal&lang=de");

    HttpResponse<String> switched = desk.get(german);
    String cookie = switched.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).startsWith("lang=de;").contains("SameSite=Lax").contains("HttpOnly");
    assertThat(switched.body()).contains("<html lang=\"de\"");

    HttpResponse<String> next = desk.ask("GET", "/", "Cookie", "lang=de", "Accept-Language", "en");
    assertThat(next.body()).contains("<html lang=\"de\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "<script>", "de-DE", ""})
  void aLanguageThatTheDeskDoesNotSpeakChangesNothing(String language) {
    String path =
        "/?lang=" + java.net.URLEncoder.encode(language, java.nio.charset.StandardCharsets.UTF_8);
    HttpResponse<String> answer = desk.ask("GET", path, "Cookie", "lang=xx");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<html lang=\"en\"");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/?q=coal", "/?topic=heat", "/articles/{id}", "/nowhere", "/?limit=x"})
  void noPageMixesLanguages(String pattern) {
    String path = pattern.replace("{id}", COAL.article().id());
    Document german = Jsoup.parse(desk.ask("GET", path, "Accept-Language", "de").body());

    assertThat(german.select("html").attr("lang")).isEqualTo("de");
    // A citation is English everywhere, and says so.
    german.select(".citation[lang=en]").remove();
    assertThat(german.text())
        .doesNotContain("Search", "article", "Filters", "Newest", "Previous", "Not ", "must be");
  }

  @Test
  void aFeedIsCalledInTheLanguageItIsAskedIn() {
    Document german = Jsoup.parse(desk.ask("GET", "/?topic=coal", "Accept-Language", "de").body());
    String feed = german.select("link[type='application/feed+json']").attr("href");

    assertThat(feed).isEqualTo("/feed.json?topic=coal&lang=de");
    assertThat(desk.json(feed).get("title").asText()).isEqualTo("Keeling: Kohle");
    assertThat(desk.json(feed).at("/items/0/tags/0").asText()).isEqualTo("Kohle");
    assertThat(desk.get("/feed.atom?topic=coal&lang=de").body()).contains("Keeling: Kohle");
    assertThat(desk.json("/feed.json?topic=coal").get("title").asText()).isEqualTo("Keeling: Coal");
  }

  @Test
  void aFeedInALanguageThatTheDeskDoesNotSpeakIsRefused() {
    assertThat(desk.get("/feed.json?lang=xx").statusCode()).isEqualTo(400);
    assertThat(desk.json("/feed.json?lang=xx").get("error").asText())
        .isEqualTo("lang must be en or de");
    assertThat(desk.get("/feed.atom?lang=xx").statusCode()).isEqualTo(400);
  }
}
