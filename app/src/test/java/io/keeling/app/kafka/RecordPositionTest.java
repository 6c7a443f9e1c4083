package io.keeling.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordPositionTest {

  @Test
  void anIdIsReadAsItIsShown() {
    RecordPosition id = new RecordPosition(3, 1042);

    assertThat(RecordPosition.parse(id.toString())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "3-", "-1042", "3-x", "3-1042-7"})
  void anythingElseIsToldWithTheFormThatIsWanted(String text) {
    assertThatThrownBy(() -> RecordPosition.parse(text)).hasMessageContaining("3-1042");
  }
}
