package io.keeling.app.reprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {

  @Test
  void showsWhatWentAndWhatCameInTheOrderOfTheText() {
    assertThat(
            LineDiff.of(
                List.of("title: A", "one", "two", "three", "four"),
                List.of("title: B", "one", "three", "three and a half", "four")))
        .containsExactly("- title: A", "+ title: B", "- two", "+ three and a half");
    assertThat(LineDiff.of(List.of("same"), List.of("same"))).isEmpty();
    assertThat(LineDiff.of(List.of(), List.of("new"))).containsExactly("+ new");
  }

  @Test
  void showsLongLinesFromShortlyBeforeWhatDiffers() {
    String start = "word ".repeat(200);
    List<String> diff = LineDiff.of(List.of(start + "old end"), List.of(start + "new end"));
    assertThat(diff).hasSize(2);
    assertThat(diff.get(0)).startsWith("- ...").endsWith("old end");
    assertThat(diff.get(1)).startsWith("+ ...").endsWith("new end");
    assertThat(diff).allSatisfy(line -> assertThat(line).hasSizeLessThan(LineDiff.WIDTH + 10));
  }

  @Test
  void isBoundedInLinesAndTime() {
    List<String> before = IntStream.range(0, 100_000).mapToObj(i -> "old " + i).toList();
    List<String> after = IntStream.range(0, 100_000).mapToObj(i -> "new " + i).toList();
    List<String> diff = LineDiff.of(before, after);
    assertThat(diff).hasSize(LineDiff.MOST_LINES + 1);
    assertThat(diff.get(LineDiff.MOST_LINES)).matches("  \\.\\.\\. and [\\d,]+ more lines");
  }

  @Test
  void letsNothingSteerTheTerminal() {
    assertThat(LineDiff.of(List.of("a"), List.of("\u001b[2Jb\nc")))
        .containsExactly("- a", "+ [2Jb c");
  }
}
