package io.keeling.ingest.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.keeling.contract.serde.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Shows the condition of sources: a page without scripts for people, JSON for programs. All content
 * is inserted as text, so nothing in it becomes markup.
 */
public final class SourcesPage {

  private static final String STYLE =
      "body{font:16px/1.4 system-ui,sans-serif;margin:1.5rem;color:#1a1a1a;background:#fff}"
          + "table{border-collapse:collapse;width:100%}"
          + "caption{text-align:left;padding-bottom:.5rem}"
          + "th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;"
          + "border-bottom:1px solid #ccc}"
          + "td.reason{overflow-wrap:anywhere}"
          + ".dead{color:#a30000;font-weight:bold}.silent{color:#7a4b00;font-weight:bold}";

  private static final List<String> COLUMNS =
      List.of(
          "Condition",
          "Source",
          "Kind",
          "Since",
          "Reason",
          "Last look",
          "Last news",
          "Usually silent up to",
          "Of its last pages",
          "Next look");

  private SourcesPage() {}

  /**
   * @param sources in the order they are shown
   */
  public static String html(List<SourceHealth> sources, Instant now) {
    Document page = Document.createShell("");
    page.prependChild(new org.jsoup.nodes.DocumentType("html", "", ""));
    page.outputSettings().prettyPrint(false);
    page.expectFirst("html").attr("lang", "en");
    page.head().appendElement("meta").attr("charset", "utf-8");
    page.head()
        .appendElement("meta")
        .attr("name", "viewport")
        .attr("content", "width=device-width");
    page.title("Sources");
    page.head().appendElement("style").appendChild(new org.jsoup.nodes.DataNode(STYLE));
    page.body().appendElement("h1").text("Sources");
    Element table = page.body().appendElement("table");
    table.appendElement("caption").text(summary(sources) + " At " + seconds(now) + ".");
    Element head = table.appendElement("thead").appendElement("tr");
    COLUMNS.forEach(name -> head.appendElement("th").attr("scope", "col").text(name));
    Element body = table.appendElement("tbody");
    sources.forEach(source -> row(body.appendElement("tr"), source, now));
    Element note = page.body().appendElement("p");
    note.text(
        "These are the sources of this instance; others show theirs, and \"keeling sources check\""
            + " shows all. As JSON: ");
    note.appendElement("a").attr("href", "/sources.json").text("/sources.json");
    return page.outerHtml();
  }

  /** Returns a summary in one line, such as {@code 20 sources: 1 dead, 2 silent, 17 well.} */
  public static String summary(List<SourceHealth> sources) {
    Map<Condition, Long> counts =
        sources.stream()
            .collect(Collectors.groupingBy(SourceHealth::condition, Collectors.counting()));
    String parts =
        Stream.of(Condition.values())
            .filter(counts::containsKey)
            .map(condition -> counts.get(condition) + " " + condition.label())
            .collect(Collectors.joining(", "));
    String number = sources.size() == 1 ? "1 source" : sources.size() + " sources";
    return parts.isEmpty() ? "No sources." : number + ": " + parts + ".";
  }

  /** Returns the sources as a JSON array of {@link SourceHealth} objects. */
  public static String json(List<SourceHealth> sources) {
    try {
      return Json.MAPPER.writeValueAsString(sources);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of text, numbers and times become JSON", e);
    }
  }

  private static void row(Element row, SourceHealth source, Instant now) {
    String condition = source.condition().label();
    row.appendElement("td").addClass(condition).text(condition);
    Element name = row.appendElement("td");
    // The frontier accepts only http and https, so no address here is a script.
    name.appendElement("a").attr("href", source.url()).attr("rel", "noreferrer").text(source.id());
    name.appendText(" " + source.name());
    row.appendElement("td").text(source.kind().name().toLowerCase(Locale.ROOT));
    time(row.appendElement("td"), source.since(), now);
    row.appendElement("td").addClass("reason").text(source.reason() == null ? "" : source.reason());
    time(row.appendElement("td"), source.lookedAt(), now);
    time(row.appendElement("td"), source.newsAt(), now);
    Duration usual = source.usualSilence();
    row.appendElement("td").text(usual == null ? "not known yet" : DurationText.of(usual));
    row.appendElement("td").text(source.gives() == null ? "" : source.gives().text());
    time(row.appendElement("td"), source.due(), now);
  }

  private static void time(Element cell, @Nullable Instant time, Instant now) {
    if (time == null) {
      cell.text("never");
      return;
    }
    Duration length = Duration.between(time, now);
    String words =
        length.isNegative()
            ? "in " + DurationText.of(length.negated())
            : DurationText.of(length) + " ago";
    String exact = seconds(time).toString();
    cell.appendElement("time").attr("datetime", exact).attr("title", exact).text(words);
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
