package io.keeling.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.ingest.config.SourceHealthConfig;
import io.keeling.ingest.metrics.TaskShares;
import io.keeling.ingest.source.SourceState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What an operator sees of the sources. */
class SourceBoardTest {

  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SourceBoard board = new SourceBoard(SourceHealthConfig.defaults(), meters);

  private static SourceState failing(String id, String name, String problem, Instant since) {
    Source source =
        new Source(id, SourceKind.FEED, "https://x.example/?a=1&b=\"", name, null, null, null);
    return SourceState.unknown(source, since).failed("unreachable", problem, since, since);
  }

  private int series(String name) {
    return meters.find(name).gauges().size();
  }

  @Test
  void theMetricsHaveFiveNumbersAndNoMoreSeriesOfSourcesThanAllowed() {
    TaskShares<SourceState>.Share share = board.share("0_0");
    for (int i = 0; i < 250; i++) {
      share.put("h s" + i, failing("s" + i, "n", "p", START.plusSeconds(i)));
    }
    Instant now = START.plus(Duration.ofDays(2));
    board.measure(now);

    assertThat(series("keeling.ingest.sources")).isEqualTo(5);
    assertThat(meters.get("keeling.ingest.sources").tag("condition", "dead").gauge().value())
        .isEqualTo(250);
    assertThat(series("keeling.ingest.source.trouble")).isEqualTo(200);
    assertThat(meters.get("keeling.ingest.source.trouble").tag("source", "s0").gauge().value())
        .isEqualTo(Duration.ofDays(2).toSeconds());

    share.remove("h s0");
    board.measure(now);
    assertThat(meters.find("keeling.ingest.source.trouble").tag("source", "s0").gauge()).isNull();
    share.close();
    board.measure(now);
    assertThat(series("keeling.ingest.source.trouble")).isZero();
    assertThat(board.sources(now)).isEmpty();
  }

  @Test
  void oneOfTheFrontiersMeasuresAndTheOthersNeedNot() {
    TaskShares<SourceState>.Share share = board.share("0_0");
    board.refresh(START);
    share.put("h a", failing("a", "n", "p", START));
    board.refresh(START.plusSeconds(9));
    assertThat(meters.get("keeling.ingest.sources").tag("condition", "failing").gauge().value())
        .isZero();

    board.refresh(START.plusSeconds(10));
    assertThat(meters.get("keeling.ingest.sources").tag("condition", "failing").gauge().value())
        .isEqualTo(1);

    share.remove("h a");
    board.refresh(START.minus(Duration.ofDays(1))); // a clock that was set back
    assertThat(meters.get("keeling.ingest.sources").tag("condition", "failing").gauge().value())
        .isZero();
  }

  @Test
  void theAgesOfSourcesAreThoseOfTheWorstAndNoMoreThanAllowed() {
    TaskShares<SourceState>.Share share = board.share("0_0");
    for (int i = 0; i < 250; i++) {
      share.put("h s" + i, failing("s" + i, "n", "p", START.plusSeconds(i)));
    }
    Source well = new Source("well", SourceKind.FEED, "https://y.example/", "n", null, null, null);
    Instant now = START.plus(Duration.ofDays(2));
    share.put("h well", SourceState.unknown(well, now));
    board.measure(now);

    assertThat(series("keeling.ingest.source.answer.age")).isEqualTo(200);
    assertThat(meters.get("keeling.ingest.source.answer.age").tag("source", "s0").gauge().value())
        .isEqualTo(Duration.ofDays(2).toSeconds());
    assertThat(series("keeling.ingest.source.news.age")).isZero();
  }

  @Test
  void aTaskThatCameBackKeepsItsSourcesWhenItsFormerSelfEnds() {
    TaskShares<SourceState>.Share former = board.share("0_0");
    TaskShares<SourceState>.Share current = board.share("0_0");
    current.put("h a", failing("a", "n", "p", START));
    former.close();

    assertThat(board.sources(START)).extracting(SourceHealth::id).containsExactly("a");
  }

  @Test
  void thePageSaysWhatIsWrongSinceWhenAndRunsNothingOfWhatSourcesSay() {
    String evil = "</td><script>alert(1)</script><img src=x onerror=alert(2)>";
    board.share("0_0").put("h a", failing("a", evil, evil, START));
    Instant now = START.plus(Duration.ofDays(2));
    String html = SourcesPage.html(board.sources(now), now);
    Document page = Jsoup.parse(html);

    assertThat(html).startsWith("<!doctype html>").doesNotContain("<script").doesNotContain("<img");
    assertThat(page.select("tbody tr")).hasSize(1);
    assertThat(page.select("td.dead").text()).isEqualTo("dead");
    assertThat(page.select("td.reason").text()).isEqualTo("unreachable: " + evil);
    assertThat(page.select("time").first().attr("datetime")).isEqualTo("2026-11-02T08:00:00Z");
    assertThat(page.select("caption").text()).startsWith("1 source: 1 dead.");
    assertThat(page.select("th[scope=col]")).hasSize(10);
    assertThat(page.select("a[href=\"/sources.json\"]")).hasSize(1);
  }

  @Test
  void theJsonHasTheSame() {
    board.share("0_0").put("h a", failing("a", "A", "unknown host", START));

    assertThat(SourcesPage.json(board.sources(START.plus(Duration.ofDays(2)))))
        .startsWith("[{\"id\":\"a\"")
        .contains("\"condition\":\"dead\"")
        .contains("\"since\":\"2026-11-02T08:00:00Z\"")
        .contains("\"reason\":\"unreachable: unknown host\"");
  }
}
