package io.keeling.app.annotate;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.app.failure.UserException;
import org.junit.jupiter.api.Test;

class ModelMemoryTest {

  @Test
  void aHeapThatTheModelsDoNotFitIsRefusedInOneLine() {
    assertThatThrownBy(() -> ModelMemory.require(48 * ModelMemory.MIB))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("the models need 180 MiB of heap and this command has 48.")
        .hasMessageContaining("KEELING_JAVA_OPTS");
    assertThatNoException().isThrownBy(() -> ModelMemory.require(186 * ModelMemory.MIB));
  }
}
