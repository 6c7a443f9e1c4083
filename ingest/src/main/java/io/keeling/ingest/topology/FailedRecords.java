package io.keeling.ingest.topology;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Origin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.HeaderNames;
import io.keeling.contract.serde.HeaderValues;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.fetch.OneLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the dead letters of records on which the topology failed; Streams writes them in the
 * transaction of the step that failed. Threads may share it.
 */
final class FailedRecords {

  private static final Logger LOG = LoggerFactory.getLogger(FailedRecords.class);

  /** The key under which the handlers find the metrics in Streams' configuration. */
  static final String METRICS = "keeling.ingest.metrics";

  private final @Nullable IngestMetrics metrics;

  private FailedRecords(@Nullable IngestMetrics metrics) {
    this.metrics = metrics;
  }

  static FailedRecords of(Map<String, ?> configuration) {
    return new FailedRecords(
        configuration.get(METRICS) instanceof IngestMetrics found ? found : null);
  }

  /** The records to write: the letter of the source record. */
  List<ProducerRecord<byte[], byte[]>> letter(
      ErrorHandlerContext context,
      byte @Nullable [] key,
      byte @Nullable [] payload,
      String reason,
      Exception exception) {
    String name = key == null ? null : new String(key, StandardCharsets.UTF_8);
    Origin origin = new Origin(context.topic(), context.partition(), context.offset(), name);
    Headers headers = context.headers() == null ? new RecordHeaders() : context.headers();
    DeadLetter letter =
        DeadLetters.of(
            Stage.READ,
            reason,
            message(exception),
            exception.getClass().getName(),
            origin,
            null,
            headers,
            payload,
            Instant.now());
    LOG.warn("Dead letter {} of {}: {}", reason, origin, letter.message());
    if (metrics != null) {
      metrics.deadLetter(letter);
    }
    Headers written = new RecordHeaders();
    HeaderValues.put(written, HeaderNames.TRACE, letter.trace());
    String topic = Topics.DEAD_LETTERS.name();
    byte[] value = ContractSerdes.DEAD_LETTER.serialize(topic, written, letter);
    return List.of(new ProducerRecord<>(topic, null, key, value, written));
  }

  /** Our own messages say what is wrong; one of an unforeseen exception may quote the content. */
  private static String message(Exception exception) {
    Throwable cause = exception;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    boolean ours =
        cause instanceof UnusableSourceException
            || cause instanceof org.apache.kafka.common.errors.SerializationException;
    if (ours) {
      return OneLine.of(String.valueOf(cause.getMessage()));
    }
    StackTraceElement[] trace = cause.getStackTrace();
    return cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
