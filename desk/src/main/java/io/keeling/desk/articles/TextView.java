package io.keeling.desk.articles;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.label.Labels;
import io.keeling.desk.messages.Messages;
import io.keeling.search.text.Excerpt;
import io.keeling.search.text.Highlighter;
import io.keeling.search.text.Segment;
import io.keeling.search.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An article's text with its highlights, or one part of a very long text. Immutable; threads may
 * share it.
 *
 * @param part the number of the part, from 1
 * @param parts the number of parts
 * @param address the address of a part, without its number
 */
public record TextView(List<List<Run>> paragraphs, int part, int parts, String address) {

  /** Maximum number of characters of HTML in a part: half of what a page may have. */
  private static final int MOST_CHARACTERS = 45_000;

  /** Characters of markup around a highlighted run. */
  private static final int MARKUP = 60;

  /**
   * A run of words with the same highlights.
   *
   * @param text the words
   * @param style classes for the style sheet, empty for text without highlights
   * @param keys keys of the highlighting tags, separated by spaces
   * @param title why they are highlighted
   * @param anchors keys of the tags whose first highlight is this run; links to a tag lead here
   */
  public record Run(String text, String style, String keys, String title, List<String> anchors) {

    int weight() {
      return text.length()
          + (style.isEmpty() ? 0 : MARKUP + style.length() + keys.length() + title.length());
    }
  }

  /**
   * @param hits which parts of the article match the search
   * @param wanted the number of the part to show; the last part if there are fewer
   * @param address see {@link #address}
   */
  static TextView of(
      EnrichedArticle enriched,
      Labels labels,
      List<Excerpt.Match> hits,
      int wanted,
      String address) {
    Set<String> anchored = new HashSet<>();
    List<Span<TextMark>> spans = spans(enriched, labels);
    TextMark hit = new TextMark("h", "hit", labels.messages().of("mark.hit"));
    hits.forEach(match -> spans.add(new Span<>(match.start(), match.end(), hit)));
    List<List<List<Run>>> parts =
        parts(
            Highlighter.paragraphs(enriched.article().text(), spans).stream()
                .map(paragraph -> paragraph.stream().map(s -> run(s, anchored)).toList())
                .toList());
    int part = Math.min(wanted, parts.size());
    return new TextView(parts.get(part - 1), part, parts.size(), address);
  }

  /** Splits a long text into parts, between paragraphs, or within a paragraph that is too long. */
  private static List<List<List<Run>>> parts(List<List<Run>> paragraphs) {
    List<List<List<Run>>> parts = new ArrayList<>();
    List<List<Run>> part = new ArrayList<>();
    int weight = 0;
    for (List<Run> paragraph : paragraphs) {
      for (List<Run> piece : pieces(paragraph)) {
        int more = piece.stream().mapToInt(Run::weight).sum();
        if (!part.isEmpty() && weight + more > MOST_CHARACTERS) {
          parts.add(part);
          part = new ArrayList<>();
          weight = 0;
        }
        part.add(piece);
        weight += more;
      }
    }
    parts.add(part);
    return parts;
  }

  private static List<List<Run>> pieces(List<Run> paragraph) {
    List<List<Run>> pieces = new ArrayList<>();
    List<Run> piece = new ArrayList<>();
    int weight = 0;
    for (Run run : paragraph) {
      for (Run bit : bits(run)) {
        if (!piece.isEmpty() && weight + bit.weight() > MOST_CHARACTERS) {
          pieces.add(piece);
          piece = new ArrayList<>();
          weight = 0;
        }
        piece.add(bit);
        weight += bit.weight();
      }
    }
    pieces.add(piece);
    return pieces;
  }

  /** Splits a run without highlights that is longer than a part. */
  private static List<Run> bits(Run run) {
    List<Run> bits = new ArrayList<>();
    String rest = run.text();
    while (rest.length() > MOST_CHARACTERS) {
      int space = rest.lastIndexOf(' ', MOST_CHARACTERS);
      int end = space > MOST_CHARACTERS / 2 ? space : MOST_CHARACTERS;
      if (Character.isHighSurrogate(rest.charAt(end - 1))) {
        end--;
      }
      bits.add(
          new Run(rest.substring(0, end), run.style(), run.keys(), run.title(), run.anchors()));
      rest = rest.substring(end);
    }
    bits.add(
        new Run(
            rest,
            run.style(),
            run.keys(),
            run.title(),
            bits.isEmpty() ? run.anchors() : List.of()));
    return bits;
  }

  private static List<Span<TextMark>> spans(EnrichedArticle enriched, Labels labels) {
    Messages messages = labels.messages();
    List<Span<TextMark>> spans = new ArrayList<>();
    for (int i = 0; i < enriched.names().size(); i++) {
      var name = enriched.names().get(i);
      String kind = name.type().name().toLowerCase(Locale.ROOT);
      TextMark mark = new TextMark("n" + i, kind, messages.of("mark." + kind, "name", name.text()));
      name.mentions().forEach(m -> spans.add(new Span<>(m.start(), m.end(), mark)));
    }
    TextMark climate = new TextMark("c", "topic", messages.of("mark.climate"));
    enriched.climate().evidence().forEach(e -> spans.add(new Span<>(e.start(), e.end(), climate)));
    for (int i = 0; i < enriched.topics().size(); i++) {
      var topic = enriched.topics().get(i);
      TextMark mark =
          new TextMark(
              "t" + i, "topic", messages.of("mark.topic", "topic", labels.topic(topic.id())));
      topic.evidence().forEach(e -> spans.add(new Span<>(e.start(), e.end(), mark)));
    }
    return spans;
  }

  private static Run run(Segment<TextMark> segment, Set<String> anchored) {
    List<TextMark> marks = segment.marks();
    return new Run(
        segment.text(),
        joined(marks.stream().map(mark -> "m-" + mark.kind()).distinct().toList(), " "),
        joined(marks.stream().map(TextMark::key).toList(), " "),
        joined(marks.stream().map(TextMark::label).toList(), "; "),
        marks.stream().map(TextMark::key).filter(anchored::add).toList());
  }

  private static String joined(List<String> parts, String between) {
    return parts.stream().collect(Collectors.joining(between));
  }
}
