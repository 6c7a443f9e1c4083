package io.keeling.contract.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "7",
        "carbon-brief",
        "0123456789012345678901234567890123456789012345678901234567890123"
      })
  void anIdIsLowerCaseLettersDigitsAndHyphens(String id) {
    assertThat(source(id, null).id()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        "A",
        "a b",
        "a.b",
        "ä",
        "a\n",
        "01234567890123456789012345678901234567890123456789012345678901234"
      })
  void anyOtherIdIsRefusedWithWhatIsAllowed(String id) {
    assertThatThrownBy(() -> source(id, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 64 lower-case letters, digits and hyphens");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1M"})
  void anIntervalIsLongerThanZero(Duration every) {
    assertThatThrownBy(() -> source("a", every))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("every of source \"a\"");
  }

  @Test
  void anIntervalMayBeLeftToTheFrontier() {
    assertThat(source("a", null).every()).isNull();
  }

  private static Source source(String id, Duration every) {
    return new Source(id, SourceKind.FEED, "https://example.org/f", "Example", null, null, every);
  }
}
