package io.keeling.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.keeling.newsroom.expect.Expectation;
import io.keeling.newsroom.press.EntryPoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedsTest {

  private Newsroom newsroom;
  private Reader reader;

  @BeforeEach
  void start() throws IOException {
    newsroom = Newsroom.start(NewsroomConfig.defaults());
    reader = new Reader(newsroom);
  }

  @AfterEach
  void stop() throws IOException {
    reader.close();
    newsroom.close();
  }

  @Test
  void entryPointsOfAnOutletLeadToEachOfItsExpectedAddresses() throws Exception {
    for (Outlet outlet : newsroom.outlets()) {
      Set<String> found = new HashSet<>();
      for (EntryPoint entry : outlet.entryPoints()) {
        links(entry).forEach(link -> found.add(link.replaceFirst("[?&]utm_.*", "")));
      }
      assertThat(found)
          .as(outlet.id())
          .containsAll(
              newsroom.expectations().stream()
                  .filter(expectation -> expectation.outletId().equals(outlet.id()))
                  .map(Expectation::url)
                  .toList());
    }
  }

  @Test
  void feedsCarryDatesAndTitlesThatAStrictParserReads() throws Exception {
    for (Outlet outlet : newsroom.outlets()) {
      for (EntryPoint entry : outlet.entryPoints()) {
        if (entry.kind() == EntryPoint.Kind.FEED
            && !entry.url().endsWith(".json")
            && !outlet.id().equals("backwater-bulletin")) {
          for (SyndEntry item : parse(entry.url())) {
            assertThat(item.getTitle()).as(item.getLink()).isNotBlank();
            assertThat(item.getPublishedDate()).as(item.getLink()).isNotNull();
          }
        }
      }
    }
  }

  @Test
  void theMalformedFeedIsRefusedByAStrictParserAndMendedByALenientOne() throws Exception {
    String url = entry("backwater-bulletin", EntryPoint.Kind.FEED).url();
    byte[] body = reader.get(url).body();
    SyndFeedInput strict = new SyndFeedInput();
    strict.setXmlHealerOn(false);

    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> strict.build(new XmlReader(new ByteArrayInputStream(body)))))
        .isInstanceOf(FeedException.class);
    assertThat(parse(url)).hasSizeGreaterThan(10);
  }

  @Test
  void aFeedThatIsKnownIsNotSentAgain() throws IOException {
    int conditional = 0;
    for (Outlet outlet : newsroom.outlets()) {
      for (EntryPoint entry : outlet.entryPoints()) {
        Reader.Answer first = reader.get(entry.url());
        String tag = first.headers().get("ETag");
        String date = first.headers().get("Last-Modified");
        if (tag != null) {
          conditional++;
          assertThat(reader.get(entry.url(), "If-None-Match", tag).status()).isEqualTo(304);
          assertThat(reader.get(entry.url(), "If-None-Match", "\"other\"").status()).isEqualTo(200);
        }
        if (date != null) {
          conditional++;
          assertThat(reader.get(entry.url(), "If-Modified-Since", date).status()).isEqualTo(304);
        }
      }
    }
    assertThat(conditional).isGreaterThan(8);
  }

  @Test
  void aCorrectionChangesTheFeedAndItsValidators() throws IOException {
    String url = entry("harbour-herald", EntryPoint.Kind.FEED).url();
    Reader.Answer before = reader.get(url);

    newsroom.correctAll();

    Reader.Answer after =
        reader.get(
            url,
            "If-Modified-Since",
            before.headers().get("Last-Modified"),
            "If-None-Match",
            before.headers().get("ETag"));
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.text()).contains("case brought by eight fishermen");
  }

  private EntryPoint entry(String outletId, EntryPoint.Kind kind) {
    return newsroom.outlets().stream()
        .filter(outlet -> outlet.id().equals(outletId))
        .flatMap(outlet -> outlet.entryPoints().stream())
        .filter(entry -> entry.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private List<SyndEntry> parse(String url) throws IOException, FeedException {
    return new SyndFeedInput()
        .build(new XmlReader(new ByteArrayInputStream(reader.get(url).body())))
        .getEntries();
  }

  private List<String> links(EntryPoint entry) throws IOException, FeedException {
    List<String> links = new ArrayList<>();
    if (entry.url().endsWith(".json")) {
      JsonNode feed = new ObjectMapper().readTree(reader.get(entry.url()).body());
      feed.path("items").forEach(item -> links.add(item.path("url").asText()));
    } else if (entry.kind() == EntryPoint.Kind.FEED) {
      parse(entry.url()).forEach(item -> links.add(item.getLink()));
    } else if (entry.kind() == EntryPoint.Kind.SITEMAP) {
      Jsoup.parse(reader.get(entry.url()).text(), entry.url(), Parser.xmlParser())
          .select("loc")
          .forEach(loc -> links.add(loc.text()));
    } else {
      Jsoup.parse(reader.get(entry.url()).text(), entry.url())
          .select("a[href]")
          .forEach(a -> links.add(a.absUrl("href")));
    }
    return links;
  }
}
