package io.keeling.training.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeTest {

  /** Five paragraphs of 40 words. */
  private static final String TEXT =
      IntStream.range(0, 5)
          .mapToObj(
              p ->
                  IntStream.range(0, 40)
                      .mapToObj(w -> "word" + (40 * p + w))
                      .collect(Collectors.joining(" ")))
          .collect(Collectors.joining("\n\n"));

  private static final List<String> VOCABULARY = List.of("other", "another");

  @Test
  void oneParagraphIsLeftOut() {
    List<String> left = List.of(copy(Change.PARAGRAPH, 1).split("\n\n"));

    assertThat(left).hasSize(4);
    assertThat(List.of(TEXT.split("\n\n"))).containsAll(left);
  }

  @Test
  void eachParagraphHasARunOfAFifthOfItsWordsReplaced() {
    assertThat(copy(Change.RUN, 1).split("\n\n"))
        .hasSize(5)
        .allSatisfy(
            paragraph ->
                assertThat(paragraph)
                    .matches("(word\\d+ )*((other|another)( |$)){8}(word\\d+ ?)*"));
  }

  @ParameterizedTest
  @CsvSource({"FIVE, 10", "TEN, 20", "TWENTY, 40"})
  void soManyWordsAreReplaced(Change change, int words) {
    String copy = copy(change, 1);

    assertThat(copy.split("\n\n")).hasSize(5);
    assertThat(Arrays.stream(copy.split("\\s+")).filter(VOCABULARY::contains)).hasSize(words);
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSameCopy(Change change) {
    assertThat(copy(change, 2)).isEqualTo(copy(change, 2));
    assertThat(IntStream.range(0, 20).mapToObj(seed -> copy(change, seed)).distinct())
        .hasSizeGreaterThan(3);
  }

  @Test
  void aCopyIsToldFromAnotherTextByTheRunsOfItsWords() {
    assertThat(StoryEvaluation.copied(TEXT, copy(Change.PARAGRAPH, 1))).isGreaterThan(0.9);
    assertThat(StoryEvaluation.copied(TEXT, TEXT.replace("word", "other"))).isZero();
  }

  private static String copy(Change change, long seed) {
    return change.copy(TEXT, VOCABULARY, new Random(seed));
  }
}
