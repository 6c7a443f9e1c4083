package io.keeling.enrich.topology;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Origin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.HeaderNames;
import io.keeling.contract.serde.HeaderValues;
import io.keeling.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the dead letter of a record that could not be enriched, for the exception handlers to hand
 * to Streams, which writes it in the transaction of the step that failed. Threads may share it.
 */
final class DeadLetterWriter {

  /** The key under which the handlers find the {@link EnrichMeters} in Streams' configuration. */
  static final String METERS = "keeling.enrich.meters";

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterWriter.class);

  private final @Nullable EnrichMeters meters;

  private DeadLetterWriter(@Nullable EnrichMeters meters) {
    this.meters = meters;
  }

  static DeadLetterWriter of(Map<String, ?> configuration) {
    return new DeadLetterWriter(
        configuration.get(METERS) instanceof EnrichMeters found ? found : null);
  }

  /**
   * The record to write.
   *
   * @param key the origin's key
   * @param payload the origin's value
   */
  List<ProducerRecord<byte[], byte[]>> write(
      ErrorHandlerContext context,
      byte @Nullable [] key,
      byte @Nullable [] payload,
      String reason,
      String message,
      Exception exception) {
    Headers headers = context.headers() == null ? new RecordHeaders() : context.headers();
    String name = key == null ? null : new String(key, StandardCharsets.UTF_8);
    Origin origin = new Origin(context.topic(), context.partition(), context.offset(), name);
    String trace = HeaderValues.get(headers, HeaderNames.TRACE);
    DeadLetter letter =
        new DeadLetter(
            Stage.ENRICH,
            reason,
            message,
            exception.getClass().getName(),
            origin,
            null,
            null,
            trace,
            Instant.now(),
            texts(headers),
            payload);
    LOG.warn(
        "dead letter: {} at {}-{}@{}: {}",
        reason,
        origin.topic(),
        origin.partition(),
        origin.offset(),
        letter.message());
    if (meters != null) {
      meters.deadLetter(reason);
    }
    Headers written = new RecordHeaders();
    HeaderValues.put(written, HeaderNames.TRACE, trace);
    String topic = Topics.DEAD_LETTERS.name();
    byte[] value = ContractSerdes.DEAD_LETTER.serialize(topic, written, letter);
    return List.of(new ProducerRecord<>(topic, null, key, value, written));
  }

  private static Map<String, String> texts(Headers headers) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Header header : headers) {
      if (header.value() != null) {
        texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }
}
