package io.keeling.contract.removal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RemovalTest {

  private static Removal of(String id, String reason) {
    return new Removal(id, true, reason, Instant.EPOCH, null);
  }

  @Test
  void aDecisionIsOfAnArticleAndHasAReason() {
    of("0123456789abcdef0123456789abcdef", "an order");

    assertThatThrownBy(() -> of("0123456789ABCDEF0123456789abcdef", "an order"))
        .hasMessageContaining("32 hexadecimal digits");
    assertThatThrownBy(() -> of("0123456789abcdef0123456789abcdef", " "))
        .hasMessageContaining("1 to 1000 characters");
    assertThatThrownBy(() -> of("0123456789abcdef0123456789abcdef", "x".repeat(1_001)))
        .hasMessageContaining("1 to 1000 characters, not 1001");
  }
}
