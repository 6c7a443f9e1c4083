package io.keeling.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HighlighterTest {

  private static final List<String> PLAIN = List.of("a", "b", " ", "\n");

  /** With whole pairs, halves of pairs, marks and controls. */
  private static final List<String> ANY =
      List.of("a", " ", "\n", "🌊", "\ud83c", "\udf0a", "\u0301", "\u0000", "\u2028", "日");

  @Test
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

  @Test
  void leavesCharactersOutsideTheBasicPlaneWhole() {
    assertThat(Highlighter.segments("a🌊b", List.of(new Span<>(2, 3, "half"))))
        .extracting(Segment::text)
        .containsExactly("a", "🌊", "b");
  }

  @Test
  void carriesASpanIntoTheNextParagraph() {
    assertThat(Highlighter.paragraphs("one\n\n\n\ntwo", List.of(new Span<>(1, 9, "x"))))
        .hasSize(2)
        .allSatisfy(p -> assertThat(p).anyMatch(Segment::marked));
  }

  /** Other ones in each run; a failure names its own. */
  static LongStream seeds() {
    return new Random().longs(1000);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addsUpToTheText(long seed) {
    Random random = new Random(seed);
    String text = text(random, ANY);
    List<Span<Integer>> spans = spans(random);

    List<Segment<Integer>> segments = Highlighter.segments(text, spans);
    assertThat(segments.stream().map(Segment::text).collect(Collectors.joining())).isEqualTo(text);
    assertThat(segments).noneMatch(segment -> segment.text().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void marksEachCharacterWithExactlyTheSpansThatCoverIt(long seed) {
    Random random = new Random(seed);
    String text = text(random, PLAIN);
    List<Span<Integer>> spans = spans(random);

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

  @ParameterizedTest
  @MethodSource("seeds")
  void losesNothingButBlankLinesBetweenParagraphs(long seed) {
    Random random = new Random(seed);
    String text = text(random, PLAIN);
    List<Span<Integer>> spans = spans(random);

    String joined =
        Highlighter.paragraphs(text, spans).stream()
            .flatMap(List::stream)
            .map(Segment::text)
            .collect(Collectors.joining());
    assertThat(joined.replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
  }

  private static String text(Random random, List<String> characters) {
    return Stream.generate(() -> characters.get(random.nextInt(characters.size())))
        .limit(random.nextInt(41))
        .collect(Collectors.joining());
  }

  /** Up to eight, some of them beyond the text or the wrong way round. */
  private static List<Span<Integer>> spans(Random random) {
    return Stream.generate(
            () -> new Span<>(random.nextInt(54) - 3, random.nextInt(54) - 3, random.nextInt(4)))
        .limit(random.nextInt(9))
        .toList();
  }
}
