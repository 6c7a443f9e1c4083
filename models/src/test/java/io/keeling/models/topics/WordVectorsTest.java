package io.keeling.models.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordVectorsTest {

  private final WordVectors vectors =
      WordVectors.of(Map.of("heat", new float[] {3, 0}, "wave", new float[] {0, 4}));

  @Test
  void directionIsOfTheSumAndOfLengthOne() {
    assertThat(vectors.direction(List.of("Heat", "unknown", "wave")))
        .containsExactly(new double[] {0.6, 0.8}, within(0.01));
    assertThat(vectors.direction(List.of("unknown"))).containsExactly(0, 0);
  }

  @Test
  void wordIsLookedUpInItsParts() {
    assertThat(WordVectors.parts("Heat-wave\u2019s")).containsExactly("heat", "wave");
    assertThat(WordVectors.parts("-")).isEmpty();
    assertThat(vectors.direction(List.of("heat-wave's")))
        .isEqualTo(vectors.direction(List.of("heat", "wave")));
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    vectors.write(out);

    WordVectors read = WordVectors.read(new ByteArrayInputStream(out.toByteArray()));

    assertThat(read.dimensions()).isEqualTo(2);
    assertThat(read.direction(List.of("heat", "wave")))
        .isEqualTo(vectors.direction(List.of("heat", "wave")));
  }

  @Test
  void damagedFileIsRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DataOutputStream(out).writeLong(Long.MAX_VALUE);

    assertThatThrownBy(() -> WordVectors.read(new ByteArrayInputStream(out.toByteArray())))
        .isInstanceOf(IOException.class);
  }
}
