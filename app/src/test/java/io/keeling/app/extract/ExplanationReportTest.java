package io.keeling.app.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.reader.ArticleReader;
import io.keeling.reader.RawPage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationReportTest {

  private static final String ADDRESS = "https://harbour.example/tide";
  private static final Instant FETCHED = Instant.parse("2026-11-24T00:00:00Z");

  private static final String PAGE =
      """
      <html lang="en"><head><title>Tide gauges rise again - The Harbour</title>
      <meta property="article:published_time" content="2026-03-04T08:30:00+01:00"></head><body>
      <nav><a href="/">Home of the &#27;[31mharbour</a></nav>
      <article><h1>Tide gauges rise again</h1><p>By Marta Lindqvist</p>
      <p>The harbour gauge read four centimetres above its old record on Monday, the port said.</p>
      <p>It was the third record in a year, and the keeper, who has read it for decades, expects more.</p>
      <p>Engineers will now raise the quay, a work that was planned for the next decade.</p>
      </article></body></html>
      """;

  @Test
  void listsTheCandidatesOfEachFieldWithScoreAndOrigin() {
    assertThat(report(PAGE))
        .contains("outcome: an article", "authors", "publishedAt")
        .anyMatch(line -> line.matches(" +\\d+\\.\\d\\d +byline-text +Marta Lindqvist"))
        .anyMatch(
            line -> line.matches(" +\\d+\\.\\d\\d +meta:article:published_time +2026-03-04.*"));
  }

  @Test
  void givesTheValueAndTheRuleOfEachFieldAndTheCandidatesOfTheSmallOnesToo() {
    assertThat(report(PAGE))
        .contains("encoding", "language", "title", "canonicalUrl", "content root")
        .anyMatch(line -> line.matches(" +title +h1-confirmed +Tide gauges rise again"))
        .anyMatch(line -> line.matches(" +language +declared-and-confirmed +en"))
        .anyMatch(line -> line.matches(" +0.50 +title-element +Tide gauges rise again - The.*"))
        .anyMatch(
            line -> line.matches(" +\\d+\\.\\d\\d +named-box, chosen +\\d+ words in .*article"));
  }

  @Test
  void tellsOfEachBlockWhetherItWasKeptAndByWhichRuleInEightyCharacters() {
    List<String> report = report(PAGE);

    assertThat(report)
        .anyMatch(line -> line.matches(" +\\d+ +kept +\\S+ +15 +The harbour gauge .*"))
        .anyMatch(line -> line.matches(" +\\d+ +left +\\S+ .*Marta Lindqvist"))
        .filteredOn(line -> line.contains("third record"))
        .singleElement()
        .asString()
        .endsWith("\u2026");
  }

  @Test
  void printsNothingThatSteersATerminal() {
    assertThat(report(PAGE)).noneMatch(line -> line.indexOf('\u001b') >= 0);
  }

  @Test
  void namesTheReasonWhereThereIsNoArticle() {
    assertThat(report("")).contains("outcome: empty: no bytes");
  }

  private static List<String> report(String html) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    RawPage page = new RawPage(bytes, "text/html", ADDRESS, null, FETCHED);
    return ExplanationReport.lines("tide.html", new ArticleReader().explain(page));
  }
}
