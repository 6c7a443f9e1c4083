package io.keeling.desk;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.NameType;
import io.keeling.desk.running.Desks;
import io.keeling.desk.running.RunningDesk;
import io.keeling.search.testing.ArticleMaker;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No page is heavier than a telephone should have to load. */
@ExtendWith(Desks.class)
class PageSizeIT {

  /** Bytes before compression. */
  private static final int MOST = 100_000;

  private static RunningDesk desk;

  @BeforeAll
  static void open(RunningDesk empty) {
    desk = empty;
  }

  @Test
  void aListOfEverythingThereCanBeIsSmall() {
    // given many outlets, topics, names, countries and days
    String[] countries = java.util.Locale.getISOCountries();
    for (int i = 0; i < 240; i++) {
      ArticleMaker article =
          article(
                  "a" + i,
                  "A title of usual length for a newspaper, number " + i,
                  "Of coal. ".repeat(80))
              .from("an-outlet-with-a-long-name-" + i, "An outlet with a name " + i)
              .published("2026-%02d-%02dT10:00:00Z".formatted(1 + i % 11, 1 + i % 28))
              .in(i % 2 == 0 ? "en" : "de")
              .story("s" + i / 3, 3)
              .country(countries[i], 0.6)
              .country(countries[(i + 7) % countries.length], 0.4)
              .name("Somebody of Importance " + i, NameType.PERSON);
      for (int topic = 0; topic < 6; topic++) {
        article.topic("a-topic-of-the-taxonomy-" + (i + topic * 7) % 40, 0.8);
      }
      desk.archive().store(article.make());
    }

    for (String path :
        new String[] {
          "/",
          "/?limit=200&q=coal",
          "/?view=all&stories=all&limit=200",
          "/topics/a-topic-of-the-taxonomy-1",
          "/topics/a-topic-of-the-taxonomy-1?from=2026-10-15&q=coal",
          "/outlets/an-outlet-with-a-long-name-1.example",
          "/rising?to=2026-11-20",
          "/map",
          "/map?view=all&q=coal&lang=de",
          "/outlets",
          "/outlets?source=an-outlet-with-a-long-name-1.example&q=coal",
          "/?q=coal&topic=a-topic-of-the-taxonomy-1&topic=a-topic-of-the-taxonomy-2"
              + "&name=Somebody+of+Importance+1&name=Somebody+of+Importance+2&country=DE&country=FR"
              + "&source=an-outlet-with-a-long-name-1.example&climate=main&climate=mention&lang=de"
        }) {
      assertThat(bytes(path)).as(path).isLessThan(MOST);
    }
  }

  @Test
  void aTextOfAnyLengthComesInParts() {
    // given
    ArticleMaker endless =
        article(
                "endless",
                "Endless",
                ("Mara Quill speaks of coal and of water. ".repeat(20) + "\n\n").repeat(80)
                    + "x".repeat(120_000))
            .name("Mara Quill", NameType.PERSON)
            .topic("coal", 1, "coal");
    for (int i = 0; i < 480; i++) {
      endless.name("Person Number " + i, NameType.PERSON);
    }
    desk.archive().store(endless.make());

    // when
    StringBuilder read = new StringBuilder();
    String path = "/articles/" + endless.id();
    int parts = 0;
    for (String at = path; at != null; parts++) {
      Document page = desk.page(at);
      page.select(".text p").forEach(p -> read.append(p.wholeText()));
      assertThat(bytes(at)).as(at).isLessThan(MOST);
      var next = page.selectFirst("nav[aria-label^=Parts] a[rel=next]");
      at = next == null ? null : next.attr("href");
    }

    // then
    assertThat(parts).isGreaterThan(2);
    assertThat(read.toString().replaceAll("\\s", ""))
        .isEqualTo(endless.make().article().text().replaceAll("\\s", ""));
    assertThat(desk.get(path + "?part=99").statusCode()).isEqualTo(200);
    assertThat(desk.get(path + "?part=-1").statusCode()).isEqualTo(200);
  }

  @Test
  void rowsThatAnEarlierReleaseStoredWithoutBoundsKeepEveryAnswerSmall() {
    desk.archive().clear();
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

  private static int bytes(String path) {
    return desk.get(path).body().getBytes(StandardCharsets.UTF_8).length;
  }
}
