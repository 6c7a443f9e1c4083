package io.keeling.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A record is the same after it was a line. */
class RecordLineTest {

  private static final byte[] BINARY = {(byte) 0xff, 0, (byte) 0xfe, 10, 13};

  /** Cut in the middle of a character. */
  private static final byte[] HALF = {(byte) 0xc3};

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ConsumerRecord<byte[], byte[]> record(
      byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    return new ConsumerRecord<>(
        "keeling.articles",
        3,
        17,
        1_764_000_000_123L,
        TimestampType.CREATE_TIME,
        0,
        0,
        key,
        value,
        headers,
        Optional.empty());
  }

  private static void assertSame(ConsumerRecord<byte[], byte[]> record) throws IOException {
    String line = new String(RecordLine.of(record), StandardCharsets.UTF_8);
    assertThat(line).doesNotContain("\n").doesNotContain("\r");
    ProducerRecord<byte[], byte[]> again = RecordLine.parse(line, "keeling.articles", 3);
    assertThat(again.topic()).isEqualTo(record.topic());
    assertThat(again.partition()).isEqualTo(record.partition());
    assertThat(again.timestamp()).isEqualTo(record.timestamp());
    assertThat(again.key()).isEqualTo(record.key());
    assertThat(again.value()).isEqualTo(record.value());
    assertThat(again.headers()).isEqualTo(record.headers());
  }

  @Test
  void textStaysReadable() throws IOException {
    Headers headers = new RecordHeaders().add("keeling-schema", utf8("article/1"));
    ConsumerRecord<byte[], byte[]> record =
        record(utf8("key"), utf8("{\"text\":\"Äcker\u2028 \uD83C\uDF0D\n\\\"\"}"), headers);

    assertSame(record);
    assertThat(new String(RecordLine.of(record), StandardCharsets.UTF_8))
        .contains("\"offset\":17", "\"key\":\"key\"", "\"value\":\"article/1\"", "Äcker");
  }

  @Test
  void bytesThatAreNoTextAndNothingAtAllStayWhatTheyAre() throws IOException {
    Headers headers =
        new RecordHeaders()
            .add("same", BINARY)
            .add("same", HALF)
            .add("empty", null)
            .add("", utf8(""));

    assertSame(record(BINARY, HALF, headers));
    assertSame(record(null, null, new RecordHeaders()));
    assertSame(record(utf8(""), utf8(""), new RecordHeaders()));
    assertSame(record(utf8("null"), utf8("{\"base64\":\"AA==\"}"), new RecordHeaders()));
  }

  @Test
  void aLineThatIsNoneOfOursIsRefused() {
    assertThatThrownBy(() -> RecordLine.parse("{\"offset\":1}", "keeling.articles", 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("lacks a field");
    assertThatThrownBy(() -> RecordLine.parse("half", "keeling.articles", 0))
        .isInstanceOf(IOException.class);
  }
}
