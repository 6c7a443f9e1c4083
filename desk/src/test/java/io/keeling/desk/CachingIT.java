package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has asked before need not get the same again. */
@ExtendWith(Desks.class)
class CachingIT {

  private static RunningDesk desk;

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
    desk.archive().store(article("one", "One", "Of coal.").make());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?topic=coal",
        "/api/articles",
        "/feed.atom",
        "/feed.json?q=coal",
        "/?lang=de"
      })
  void whatHasNotChangedIsNotSentAgain(String path) {
    for (String method : new String[] {"GET", "HEAD"}) {
      // given
      HttpResponse<String> first = desk.ask(method, path);
      String tag = first.headers().firstValue("ETag").orElseThrow();

      // when
      HttpResponse<String> again = desk.ask(method, path, "If-None-Match", "\"other\", " + tag);
      HttpResponse<String> changed = desk.ask(method, path, "If-None-Match", "W/\"other\"");

      // then
      assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.headers().firstValue("ETag")).hasValue(tag);
      assertThat(changed.statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/articles", "/feed.atom", "/feed.json"})
  void aNewArticleIsSent(String path) {
    String tag = desk.get(path).headers().firstValue("ETag").orElseThrow();

    desk.archive().store(article("two" + path.hashCode(), "Two", "Of wind.").make());

    assertThat(desk.ask("GET", path, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/articles", "/feed.atom", "/feed.json"})
  void aListSaysWhenItLastChanged(String path) {
    // given a list that is older than its second
    await()
        .untilAsserted(
            () -> assertThat(desk.get(path).headers().firstValue("Last-Modified")).isPresent());
    String date = desk.get(path).headers().firstValue("Last-Modified").orElseThrow();

    // then
    assertThat(desk.ask("HEAD", path).headers().firstValue("Last-Modified")).hasValue(date);
    assertThat(desk.ask("GET", path, "If-Modified-Since", date).statusCode()).isEqualTo(304);
    assertThat(
            desk.ask("GET", path, "If-Modified-Since", "Tue, 01 Jan 2019 00:00:00 GMT")
                .statusCode())
        .isEqualTo(200);
    assertThat(
            desk.ask("GET", path, "If-Modified-Since", date, "If-None-Match", "\"other\"")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void anEmptyListHasNoTimeOfItsOwn() {
    assertThat(desk.get("/feed.atom?topic=heat").headers().firstValue("Last-Modified")).isEmpty();
  }

  @Test
  void aFailureIsNotKept() {
    HttpResponse<String> failure = desk.get("/nowhere");
    assertThat(failure.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(failure.headers().firstValue("ETag")).isEmpty();
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
}
