package io.keeling.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerReleasesTest {

  /** The newest metadata of 4.1.2 and 4.2.2. */
  @ParameterizedTest
  @ValueSource(shorts = {27, 29})
  void brokersThatKeepTransactionsAreNotWarnedOf(short metadata) {
    assertThat(BrokerReleases.warning(Map.of(1, metadata))).isEmpty();
  }

  /** That of 4.3.1 and 4.4.0, and one that nobody knows yet. */
  @ParameterizedTest
  @ValueSource(shorts = {30, 33, 40})
  void newerBrokersAreNamedWithTheDefectAndWhatToDo(short metadata) {
    assertThat(BrokerReleases.warning(Map.of(3, metadata, 1, (short) 29, 2, metadata)))
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .contains("broker 2, 3 is", "KAFKA-20734", "4.2.2")
                    .doesNotContain("\n"));
  }

  @Test
  void brokersThatDoNotSayAreNotWarnedOf() {
    assertThat(BrokerReleases.warning(Map.of())).isEmpty();
  }
}
