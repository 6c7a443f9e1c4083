package io.keeling.contract.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

  @Test
  void theLargestPayloadTravelsAndALargerOneStaysBehind() {
    byte[] largest = new byte[DeadLetter.LARGEST_PAYLOAD];

    assertThat(deadLetter("m", Map.of(), largest).payload()).isSameAs(largest);
    assertThat(deadLetter("m", Map.of(), new byte[largest.length + 1]).payload()).isNull();
  }

  @Test
  void theMessageIsOneLine() {
    assertThat(deadLetter(" a\r\n\tb\u2028c\u0000 ", Map.of(), null).message()).isEqualTo("a b c");
  }

  @Test
  void aLongMessageIsCutBetweenCharacters() {
    String message = deadLetter("x" + "🌍".repeat(1000), Map.of(), null).message();

    assertThat(message).hasSizeLessThanOrEqualTo(DeadLetter.LONGEST_MESSAGE).endsWith("🌍…");
  }

  @Test
  void headersAreCopiedInOrderAndThoseWithoutValueLeftOut() {
    Map<String, String> headers = new HashMap<>(Map.of("b", "2", "a", "1", "c", "3"));
    headers.put("d", null);

    DeadLetter deadLetter = deadLetter("m", headers, null);
    headers.clear();

    assertThat(deadLetter.headers())
        .containsExactly(Map.entry("a", "1"), Map.entry("b", "2"), Map.entry("c", "3"));
  }

  @Test
  void aDeadLetterIsNamedWithoutItsContent() {
    assertThat(deadLetter("m", Map.of("h", "secret"), new byte[] {1}))
        .hasToString(
            "DeadLetter[READ too-short RecordOrigin[topic=t, partition=0, offset=1, key=k]]");
  }

  private static DeadLetter deadLetter(
      String message, Map<String, String> headers, byte[] payload) {
    return DeadLetter.builder(
            Stage.READ, "too-short", message, new RecordOrigin("t", 0, 1, "k"), Instant.EPOCH)
        .content(headers, payload)
        .build();
  }
}
