package io.keeling.app.killing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MutantTest {

  @ParameterizedTest
  @EnumSource(Mutant.class)
  void thePlaceToBreakIsInTheSourceOfToday(Mutant mutant) throws IOException {
    assertThat(mutant.brokenText()).containsOnlyOnce(mutant.broken());
  }
}
