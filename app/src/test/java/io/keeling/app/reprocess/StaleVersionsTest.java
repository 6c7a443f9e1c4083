package io.keeling.app.reprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaleVersionsTest {

  private final StaleVersions stale = new StaleVersions("2");

  @Test
  void anArticleIsStaleAsLongAsOneOfItsVersionsIs() {
    see(tagged("first", "1"));
    see(tagged("second", "1"));
    see(tagged("third", "2"));
    assertThat(stale.contains("a")).isTrue();

    see(tagged("first", "2"));
    assertThat(stale.contains("a")).isTrue();
    see(tagged("second", "2"));
    assertThat(stale.contains("a")).isFalse();
    assertThat(stale.contains("b")).isFalse();
  }

  @Test
  void whatWasRemovedIsNotStaleAndWhatIsNoArticleCountsForNothing() {
    see(tagged("first", "1"));
    see(null);
    see("{\"id\":");
    see("{}");
    assertThat(stale.contains("a")).isFalse();
  }

  private void see(@Nullable String value) {
    stale.see(
        "a",
        new ConsumerRecord<>(
            "topic",
            0,
            0,
            new byte[0],
            value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
  }

  private static String tagged(String version, String enrichment) {
    return "{\"id\":\"a\",\"version\":\"%s\",\"enrichment\":{\"version\":\"%s\",\"models\":[]}}"
        .formatted(version, enrichment);
  }
}
