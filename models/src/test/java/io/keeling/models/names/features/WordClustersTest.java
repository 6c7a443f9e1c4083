package io.keeling.models.names.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import opennlp.tools.util.InvalidFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "storm\t3\nheat\t12\t7\n",
        "storm\t3\t41",
        "storm\nheat\t12\t7\n",
        "storm\t\t\n",
        "storm\t99999999999\t1\n",
        "storm\t3\t-1\n",
        "\t3\t4\n",
        "\n"
      })
  void damagedFileIsRefused(String file) {
    assertThatThrownBy(() -> read(file)).isInstanceOf(InvalidFormatException.class);
  }

  @Test
  void textThatIsNoWordHasNoClusters() throws IOException {
    WordClusters clusters = read("storm\t3\t41\n");

    assertThat(clusters.of("storm\t3")).isNull();
    assertThat(clusters.of("")).isNull();
  }

  private static WordClusters read(String file) throws IOException {
    return WordClusters.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }
}
