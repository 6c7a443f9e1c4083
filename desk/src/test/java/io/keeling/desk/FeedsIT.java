package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import java.io.StringReader;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Desks.class)
class FeedsIT {

  private static RunningDesk desk;

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
    desk.archive()
        .store(
            article("old", "Old news", "Of coal.").published("2026-01-01").topic("coal", 1).make(),
            article("new", "New & <i>bold</i>\u0001", "Of \u0008coal, too.")
                .by("Ida Brandt")
                .topic("coal", 1)
                .make(),
            article("other", "Other", "Of wind.").published("2026-11-23T00:00:00Z").make());
  }

  @Test
  void givesAQueryAsAtom() throws Exception {
    // when
    var response = desk.get("/feed.atom?topic=coal");
    SyndFeed feed = new SyndFeedInput().build(new StringReader(response.body()));

    // then
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/atom+xml");
    assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
    assertThat(feed.getTitle()).isEqualTo("Keeling: Coal");
    assertThat(feed.getUri()).isEqualTo("http://desk.example/feed.atom?topic=coal");
    assertThat(feed.getEntries())
        .extracting(SyndEntry::getTitle)
        .containsExactly("New & <i>bold</i>", "Old news");
    SyndEntry entry = feed.getEntries().get(0);
    assertThat(entry.getAuthor()).isEqualTo("Ida Brandt");
    assertThat(entry.getLink()).isEqualTo("https://news.example/new");
    assertThat(entry.getPublishedDate())
        .isEqualTo(Date.from(Instant.parse("2026-11-20T10:00:00Z")));
    assertThat(entry.getUpdatedDate()).isNotNull();
    assertThat(entry.getCategories()).extracting(SyndCategory::getName).containsExactly("coal");
    assertThat(feed.getEntries().get(1).getAuthor()).isEqualTo("The Harbour Post");
  }

  @Test
  void givesAQueryAsJsonFeed() {
    // when
    JsonNode feed = desk.json("/feed.json?q=coal");

    // then
    assertThat(feed.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.get("title").asText()).isEqualTo("Keeling: “coal”");
    assertThat(feed.get("home_page_url").asText()).isEqualTo("http://desk.example/?q=coal");
    assertThat(feed.get("items").findValuesAsText("url"))
        .containsExactly("https://news.example/new", "https://news.example/old");
    JsonNode item = feed.at("/items/0");
    assertThat(item.get("id").asText()).startsWith("urn:keeling:article:");
    assertThat(item.get("content_text").asText()).contains("coal");
    assertThat(item.get("date_published").asText()).isEqualTo("2026-11-20T10:00:00Z");
    assertThat(item.at("/authors/0/name").asText()).isEqualTo("Ida Brandt");
    assertThat(item.at("/tags/0").asText()).isEqualTo("Coal");
  }

  @Test
  void anotherOrderThanTheUsualOneIsKept() throws Exception {
    SyndFeed feed =
        new SyndFeedInput()
            .build(new StringReader(desk.get("/feed.atom?topic=coal&sort=oldest").body()));

    assertThat(feed.getUri()).isEqualTo("http://desk.example/feed.atom?topic=coal&sort=oldest");
    assertThat(feed.getEntries())
        .extracting(SyndEntry::getTitle)
        .containsExactly("Old news", "New & <i>bold</i>");
    assertThat(desk.json("/feed.json?q=coal&sort=oldest").get("items").findValuesAsText("url"))
        .containsExactly("https://news.example/old", "https://news.example/new");
  }

  @Test
  void refusesABadQueryInEveryFormat() {
    assertThat(desk.get("/feed.json?limit=0").statusCode()).isEqualTo(400);
    assertThat(desk.json("/feed.json?limit=0").get("parameter").asText()).isEqualTo("limit");
    assertThat(desk.get("/feed.atom?limit=0").statusCode()).isEqualTo(400);
  }

  @Test
  void isValidWithoutAnyArticle() throws Exception {
    SyndFeed feed =
        new SyndFeedInput().build(new StringReader(desk.get("/feed.atom?topic=heat").body()));
    assertThat(feed.getEntries()).isEmpty();
    assertThat(desk.json("/feed.json?topic=heat").get("items")).isEmpty();
  }
}
