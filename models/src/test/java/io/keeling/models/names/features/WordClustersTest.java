package io.keeling.models.names.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import opennlp.tools.util.InvalidFormatException;
import org.junit.jupiter.api.Test;

class WordClustersTest {

  @Test
  void wordOrWhatFollowsItsLastHyphenIsLookedUpInLowerCase() throws IOException {
    WordClusters clusters = read("storm\t3\t41\nheat\t12\t7\n");

    assertThat(clusters.of("Heat")).containsExactly(12, 7);
    assertThat(clusters.of("after-storm")).containsExactly(3, 41);
    assertThat(clusters.of("hea")).isNull();
    assertThat(clusters.coarse()).isEqualTo(13);
  }

  @Test
  void whatIsStoredIsRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new WordClusters.Serializer().serialize(read("storm\t3\t41\nheat\t12\t7\n"), out);

    assertThat(read(out.toString(StandardCharsets.UTF_8)).of("storm")).containsExactly(3, 41);
  }

  @Test
  void lineWithoutTwoClustersIsRefused() {
    assertThatThrownBy(() -> read("storm\t3\nheat\t12\t7\n"))
        .isInstanceOf(InvalidFormatException.class);
    assertThatThrownBy(() -> read("storm\t3\t41")).isInstanceOf(InvalidFormatException.class);
  }

  private static WordClusters read(String file) throws IOException {
    return WordClusters.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }
}
