package io.keeling.ingest.topology;

import static io.keeling.ingest.topology.IngestDriver.FEED;
import static io.keeling.ingest.topology.IngestDriver.feed;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.ingest.health.SourcesPage;
import io.micrometer.core.instrument.Gauge;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that changes so that less is read of it, seen in the metrics. */
class SourceDriftTest {

  /** Articles from which on what is usual is known. */
  private static final int KNOWN = 64;

  @TempDir Path directory;
  private IngestDriver ingest;
  private int days;

  @BeforeEach
  void open() {
    ingest = new IngestDriver(directory);
    ingest.source(feed("news", FEED, Duration.ofDays(1)));
  }

  @AfterEach
  void close() {
    ingest.close();
  }

  private static String page(int n, String head, int paragraphs) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < paragraphs; i++) {
      text.append("<p>")
          .append(
              ("On day %d, in hour %d, the river authority said that towns along the valley would"
                      + " share the water. ")
                  .formatted(n, i)
                  .repeat(4))
          .append("</p>");
    }
    return "<!doctype html><html lang=en><head><title>Day %d</title>%s</head><body><article><h1>Day %d</h1>%s</article></body></html>"
        .formatted(n, head, n, text);
  }

  private static String whole(int n) {
    return page(
        n,
        "<meta name=author content=\"Mira Okafor\">"
            + "<meta property=\"article:published_time\" content=\"2026-11-01T10:00:00Z\">",
        8);
  }

  /** The feed leads to so many new articles, and each is fetched. */
  private void publish(int count, IntFunction<String> pages) {
    List<String> links = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      links.add("https://news.example/%d/story-%d".formatted(days, i));
    }
    days++;
    int read = 0;
    for (int looks = 0; read < count && looks < 400; looks++) {
      for (FetchRequest request : ingest.asked()) {
        if (request.purpose() == FetchPurpose.FEED) {
          ingest.fetched(request, Documents.rss(links.toArray(String[]::new)));
        } else {
          boolean fresh = request.etag() == null;
          ingest.fetched(request, pages.apply(days * 1_000 + read));
          read += fresh ? 1 : 0;
        }
      }
      ingest.pass(Duration.ofMinutes(15));
    }
    assertThat(read).isEqualTo(count);
  }

  private @Nullable Gauge gauge(String name, String tag, String value) {
    return ingest.meters().find(name).tag(tag, value).gauge();
  }

  private double drifting(String what) {
    return ingest.meters().get("keeling.ingest.sources.drifting").tag("what", what).gauge().value();
  }

  @Test
  void aSourceThatIsAsEverDoesNotDriftAndShowsItsYield() {
    publish(KNOWN, SourceDriftTest::whole);

    assertThat(drifting("author")).isZero();
    assertThat(gauge("keeling.ingest.source.drift", "what", "author")).isNull();
    assertThat(gauge("keeling.ingest.source.yield", "source", "news").value()).isEqualTo(1);
  }

  @Test
  void aSourceThatLosesItsAuthorsDriftsInThatAloneUntilItLeavesTheCatalogue() {
    publish(KNOWN, SourceDriftTest::whole);
    publish(
        20, n -> page(n, "<meta property=\"article:published_time\" content=\"2026-11-01\">", 8));

    assertThat(drifting("author")).isEqualTo(1);
    assertThat(drifting("date")).isZero();
    assertThat(drifting("length")).isZero();
    assertThat(gauge("keeling.ingest.source.drift", "what", "author").value()).isPositive();
    assertThat(SourcesPage.html(ingest.health(), Instant.EPOCH))
        .containsPattern(
            "9\\d % articles, \\d+ % with authors, 100 % with dates, \\d,\\d+ characters; half or less: author<");

    ingest.rawSource("news", null);
    ingest.pass(Duration.ofMinutes(2));
    assertThat(drifting("author")).isZero();
    assertThat(gauge("keeling.ingest.source.yield", "source", "news")).isNull();
  }

  @Test
  void aSourceWhoseArticlesLoseTheirDatesAndMoreThanHalfTheirLengthDriftsInBoth() {
    publish(KNOWN, SourceDriftTest::whole);
    publish(32, n -> page(n, "<meta name=author content=\"Mira Okafor\">", 3));

    assertThat(drifting("date")).isEqualTo(1);
    assertThat(drifting("length")).isEqualTo(1);
    assertThat(drifting("author")).isZero();
  }

  @Test
  void aSourceWhosePagesAreNoArticlesAnyMoreDriftsInThose() {
    publish(KNOWN, SourceDriftTest::whole);
    publish(20, n -> "<!doctype html><title>Day " + n + "</title><p>Please sign in.</p>");

    assertThat(drifting("article")).isEqualTo(1);
    assertThat(gauge("keeling.ingest.source.yield", "source", "news").value()).isLessThan(0.5);
  }
}
