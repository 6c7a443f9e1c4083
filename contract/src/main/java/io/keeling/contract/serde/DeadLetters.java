package io.keeling.contract.serde;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.RecordOrigin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Creates dead letters from records, and records from dead letters, for all stages. */
public final class DeadLetters {

  private DeadLetters() {}

  /**
   * Returns the dead letter of a record, with source, page and trace from its headers.
   *
   * @param message one line for a person, without content
   * @param exception class of the exception, if one was thrown
   */
  public static DeadLetter of(
      Stage stage,
      String reason,
      String message,
      @Nullable String exception,
      RecordOrigin origin,
      Headers headers,
      byte @Nullable [] payload,
      Instant at) {
    Map<String, String> texts = texts(headers);
    return DeadLetter.builder(stage, reason, message, origin, at)
        .exception(exception)
        .about(texts.get(HeaderNames.SOURCE), texts.get(HeaderNames.URL))
        .trace(texts.get(HeaderNames.TRACE))
        .content(texts, payload)
        .build();
  }

  /** Returns the record of a dead letter, with the origin's key and the trace in a header. */
  public static ProducerRecord<byte[], byte[]> record(DeadLetter letter) {
    String topic = Topics.DEAD_LETTERS.name();
    Headers headers = new RecordHeaders();
    HeaderValues.put(headers, HeaderNames.TRACE, letter.trace());
    HeaderValues.put(
        headers, HeaderNames.TRACE_PARENT, letter.headers().get(HeaderNames.TRACE_PARENT));
    byte[] value = ContractSerdes.DEAD_LETTER.serialize(topic, headers, letter);
    return new ProducerRecord<>(topic, null, bytes(letter.origin().key()), value, headers);
  }

  /** Returns a record's key in the form used in dead letters. */
  public static @Nullable String key(byte @Nullable [] utf8) {
    return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
  }

  private static byte @Nullable [] bytes(@Nullable String key) {
    return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> texts(Headers headers) {
    Map<String, String> texts = new HashMap<>();
    headers.forEach(
        header -> {
          if (header.value() != null) {
            texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
          }
        });
    return texts;
  }
}
