package io.keeling.app.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterIdTest {

  @Test
  void anIdIsReadAsItIsShown() {
    DeadLetterId id = new DeadLetterId(3, 1042);

    assertThat(DeadLetterId.parse(id.toString())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "3-", "-1042", "3-x", "3-1042-7"})
  void anythingElseIsToldWithTheFormThatIsWanted(String text) {
    assertThatThrownBy(() -> DeadLetterId.parse(text)).hasMessageContaining("3-1042");
  }
}
