package io.keeling.feeds.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HighlighterTest {

  @Example
  void cutsOverlappingSpansIntoARow() {
    List<Segment<String>> segments =
        Highlighter.segments(
            "abcdef", List.of(new Span<>(1, 4, "name"), new Span<>(3, 5, "topic")));
    assertThat(segments)
        .containsExactly(
            new Segment<>("a", 0, List.of()),
            new Segment<>("bc", 1, List.of("name")),
            new Segment<>("d", 3, List.of("name", "topic")),
            new Segment<>("e", 4, List.of("topic")),
            new Segment<>("f", 5, List.of()));
  }

  @Example
  void leavesCharactersOutsideTheBasicPlaneWhole() {
    assertThat(Highlighter.segments("a🌊b", List.of(new Span<>(2, 3, "half"))))
        .extracting(Segment::text)
        .containsExactly("a", "🌊", "b");
  }

  @Example
  void carriesASpanIntoTheNextParagraph() {
    assertThat(Highlighter.paragraphs("one\n\n\n\ntwo", List.of(new Span<>(1, 9, "x"))))
        .hasSize(2)
        .allSatisfy(p -> assertThat(p).anyMatch(Segment::marked));
  }

  @Property
  void addsUpToTheText(@ForAll String text, @ForAll("spans") List<Span<Integer>> spans) {
    List<Segment<Integer>> segments = Highlighter.segments(text, spans);
    assertThat(segments.stream().map(Segment::text).collect(Collectors.joining())).isEqualTo(text);
    assertThat(segments).noneMatch(segment -> segment.text().isEmpty());
  }

  @Property
  void marksEachCharacterWithExactlyTheSpansThatCoverIt(
      @ForAll("plain") String text, @ForAll("spans") List<Span<Integer>> spans) {
    for (Segment<Integer> segment : Highlighter.segments(text, spans)) {
      for (int i = segment.start(); i < segment.start() + segment.text().length(); i++) {
        int at = i;
        assertThat(segment.marks())
            .containsExactlyInAnyOrderElementsOf(
                spans.stream()
                    .filter(span -> span.start() <= at && at < span.end())
                    .map(Span::mark)
                    .distinct()
                    .toList());
      }
    }
  }

  @Property
  void losesNothingButBlankLinesBetweenParagraphs(
      @ForAll("plain") String text, @ForAll("spans") List<Span<Integer>> spans) {
    String joined =
        Highlighter.paragraphs(text, spans).stream()
            .flatMap(List::stream)
            .map(Segment::text)
            .collect(Collectors.joining());
    assertThat(joined.replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
  }

  @Provide
  Arbitrary<String> plain() {
    return Arbitraries.strings().withChars("ab \n").ofMaxLength(40);
  }

  @Provide
  Arbitrary<List<Span<Integer>>> spans() {
    Arbitrary<Integer> offset = Arbitraries.integers().between(-3, 50);
    return Combinators.combine(offset, offset, Arbitraries.integers().between(0, 3))
        .as((start, end, mark) -> new Span<>(start, end, mark))
        .list()
        .ofMaxSize(8);
  }
}
