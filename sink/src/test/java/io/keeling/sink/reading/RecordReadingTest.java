package io.keeling.sink.reading;

import static io.keeling.sink.Fixtures.enriched;
import static io.keeling.sink.Fixtures.id;
import static io.keeling.sink.Fixtures.json;
import static io.keeling.sink.Fixtures.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.topic.Topics;
import io.keeling.sink.reading.RecordReading.Remove;
import io.keeling.sink.reading.RecordReading.Store;
import io.keeling.sink.reading.RecordReading.Unreadable;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReadingTest {

  @Test
  void readsAnArticleWithItsTrace() {
    assertThat(RecordReading.of(record(7, enriched(1, 3))))
        .isInstanceOfSatisfying(
            Store.class,
            store -> {
              assertThat(store.article()).isEqualTo(enriched(1, 3));
              assertThat(store.trace()).isEqualTo("trace-7");
            });
  }

  @Test
  void readsATombstone() {
    assertThat(RecordReading.of(record(0, id(1), null))).isEqualTo(new Remove(id(1)));
  }

  @Test
  void refusesARecordWithoutKey() {
    assertThat(reason(new ConsumerRecord<>(Topics.ENRICHED.name(), 0, 0, null, new byte[0])))
        .isEqualTo("no-key");
  }

  @Test
  void refusesTheKeyOfAnotherArticle() {
    assertThat(reason(record(0, id(2), json(enriched(1, 1))))).isEqualTo("wrong-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{", "[]", "{}", "not json", "{\"id\":1}"})
  void refusesWhatIsNoArticle(String value) {
    assertThat(reason(record(0, id(1), value.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("unreadable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\u0000|unstorable-text",
        "\\\\u0000|stored",
        "\\\\\\u0000|unstorable-text",
        "\\ud83c\\udf0d|stored",
        "\\uD83C|unstorable-text",
        "\\ud83cx|unstorable-text",
        "\\ud83c\\n\\udf0d|unstorable-text",
        "\\udf0d|unstorable-text",
        "\\\"quoted\\\" \\u00e9|stored"
      })
  void refusesTextThatPostgresqlCannotHold(String escaped, String expected) {
    String json =
        new String(json(enriched(1, 1)), StandardCharsets.UTF_8).replace("Version 1.", escaped);
    RecordReading reading =
        RecordReading.of(record(0, id(1), json.getBytes(StandardCharsets.UTF_8)));
    assertThat(reading instanceof Unreadable unreadable ? unreadable.reason() : "stored")
        .isEqualTo(expected);
  }

  private static String reason(ConsumerRecord<byte[], byte[]> record) {
    return ((Unreadable) RecordReading.of(record)).reason();
  }
}
