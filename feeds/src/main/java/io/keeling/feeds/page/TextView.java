package io.keeling.feeds.page;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.feeds.label.TopicLabels;
import io.keeling.feeds.text.Highlighter;
import io.keeling.feeds.text.Segment;
import io.keeling.feeds.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An article's text with its highlights. Immutable and safe to share between threads.
 *
 * @param paragraphs the text, paragraph by paragraph
 */
public record TextView(List<List<Run>> paragraphs) {

  /**
   * Words with the same highlights.
   *
   * @param text the words
   * @param style classes for the style sheet, empty for bare text
   * @param keys the tags they belong to, separated by spaces
   * @param title why they are highlighted
   * @param anchors the tags that begin here, to be jumped to
   */
  public record Run(String text, String style, String keys, String title, List<String> anchors) {}

  static TextView of(EnrichedArticle enriched, TopicLabels labels) {
    Set<String> anchored = new HashSet<>();
    return new TextView(
        Highlighter.paragraphs(enriched.article().text(), spans(enriched, labels)).stream()
            .map(paragraph -> paragraph.stream().map(s -> run(s, anchored)).toList())
            .toList());
  }

  private static List<Span<Mark>> spans(EnrichedArticle enriched, TopicLabels labels) {
    List<Span<Mark>> spans = new ArrayList<>();
    for (int i = 0; i < enriched.names().size(); i++) {
      var name = enriched.names().get(i);
      String kind = name.type().name().toLowerCase(Locale.ROOT);
      Mark mark = new Mark("n" + i, kind, kind + ": " + name.text());
      name.mentions().forEach(m -> spans.add(new Span<>(m.start(), m.end(), mark)));
    }
    Mark climate = new Mark("c", "topic", "evidence for: what it has to do with climate");
    enriched.climate().evidence().forEach(e -> spans.add(new Span<>(e.start(), e.end(), climate)));
    for (int i = 0; i < enriched.topics().size(); i++) {
      var topic = enriched.topics().get(i);
      Mark mark = new Mark("t" + i, "topic", "evidence for: " + labels.of(topic.id()));
      topic.evidence().forEach(e -> spans.add(new Span<>(e.start(), e.end(), mark)));
    }
    return spans;
  }

  private static Run run(Segment<Mark> segment, Set<String> anchored) {
    List<Mark> marks = segment.marks();
    return new Run(
        segment.text(),
        joined(marks.stream().map(mark -> "m-" + mark.kind()).distinct().toList(), " "),
        joined(marks.stream().map(Mark::key).toList(), " "),
        joined(marks.stream().map(Mark::label).toList(), "; "),
        marks.stream().map(Mark::key).filter(anchored::add).toList());
  }

  private static String joined(List<String> parts, String between) {
    return parts.stream().collect(Collectors.joining(between));
  }
}
