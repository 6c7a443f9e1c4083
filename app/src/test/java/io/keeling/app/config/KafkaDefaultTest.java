package io.keeling.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaDefaultTest {

  private static final String WAIT = "fetch.max.wait.ms";

  @Test
  void aPropertyOfOursHoldsWhereTheOperatorHasNone() {
    KeelingConfig config = KeelingConfig.defaults().withKafkaDefault(WAIT, "2000");

    assertThat(config.kafka().connection().clientProperties()).containsEntry(WAIT, "2000");
  }

  @Test
  void theOperatorsPropertyWins() {
    KafkaConfig said = new KafkaConfig("localhost:9092", Map.of(WAIT, "50"), 6, 0);

    assertThat(said.withDefault(WAIT, "2000").properties()).containsExactly(Map.entry(WAIT, "50"));
  }
}
