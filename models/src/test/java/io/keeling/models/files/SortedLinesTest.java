package io.keeling.models.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.models.RandomText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SortedLinesTest {

  static LongStream seeds() {
    return RandomText.seeds(1000);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findsWhatASearchThroughAllFinds(long seed) {
    Random random = new Random(seed);
    List<String> lines =
        Stream.generate(() -> RandomText.of("abcd", random, 6)).limit(random.nextInt(60)).toList();
    String beginning = RandomText.of("abcd", random, 4);
    SortedLines sorted = SortedLines.sorting(text(lines));

    assertThat(sorted.all()).containsExactlyElementsOf(lines.stream().sorted().toList());
    assertThat(sorted.beginningWith(beginning))
        .containsExactlyElementsOf(
            lines.stream().filter(line -> line.startsWith(beginning)).sorted().toList());
  }

  @Test
  void ordersByBytesAndNotByUtf16() {
    String beyond = "\uD83D\uDE00";
    String before = "\uFB01";

    SortedLines sorted = SortedLines.sorting(text(List.of(beyond, before)));

    assertThat(sorted.all()).containsExactly(before, beyond);
    assertThat(sorted.beginningWith(beyond)).containsExactly(beyond);
    assertThat(sorted.beginningWith(before)).containsExactly(before);
  }

  @Test
  void lastLineMustEnd() {
    assertThatThrownBy(() -> SortedLines.of(new byte[] {'a'}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesTheLinesInOrder() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    SortedLines.sorting(text(List.of("b", "a"))).write(out);

    assertThat(out.toByteArray()).isEqualTo(text(List.of("a", "b")));
  }

  private static byte[] text(List<String> lines) {
    return lines.stream()
        .map(line -> line + "\n")
        .reduce("", String::concat)
        .getBytes(StandardCharsets.UTF_8);
  }
}
