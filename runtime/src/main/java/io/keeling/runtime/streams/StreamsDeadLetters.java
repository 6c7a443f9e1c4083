package io.keeling.runtime.streams;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.RecordOrigin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.DeadLetters;
import io.keeling.runtime.failure.Causes;
import io.keeling.runtime.failure.DeadLetterWarnings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Configurable;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes dead letters for a Streams application through its exception handlers. Streams writes each
 * letter in the transaction of the failed step, so there is exactly one for each record, even if
 * processes are killed. Threads may share it.
 */
public final class StreamsDeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(StreamsDeadLetters.class);

  /** The setting through which the handlers, which Streams creates, find this object. */
  private static final String KEY = "keeling.dead.letters";

  private final Stage stage;
  private final Consumer<DeadLetter> counter;
  private final DeadLetterWarnings log = new DeadLetterWarnings(LOG);

  private StreamsDeadLetters(Stage stage, Consumer<DeadLetter> counter) {
    this.stage = stage;
    this.counter = counter;
  }

  /**
   * Adds the handlers to the settings of an application.
   *
   * @param stage the stage that the letters name
   * @param counter is called with each letter, before it is committed; stream threads share it
   */
  public static void configure(
      Map<? super String, Object> settings, Stage stage, Consumer<DeadLetter> counter) {
    settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, Unreadable.class);
    settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, Unprocessable.class);
    settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, Unwritable.class);
    settings.put(KEY, new StreamsDeadLetters(stage, counter));
  }

  static StreamsDeadLetters of(Map<String, ?> configuration) {
    return (StreamsDeadLetters) Objects.requireNonNull(configuration.get(KEY), KEY);
  }

  /**
   * Returns the record of the dead letter.
   *
   * @param key the origin's key
   * @param payload the origin's value; if Streams no longer has it, the letter has no payload, and
   *     a replay reads it from the origin topic
   * @param value the deserialized value of the record, if it could be read
   */
  List<ProducerRecord<byte[], byte[]>> write(
      ErrorHandlerContext context,
      byte @Nullable [] key,
      byte @Nullable [] payload,
      @Nullable Object value,
      String reason,
      Exception exception) {
    RecordOrigin origin =
        new RecordOrigin(
            context.topic(), context.partition(), context.offset(), DeadLetters.key(key));
    Headers headers = context.headers() == null ? new RecordHeaders() : context.headers();
    DeadLetter letter =
        DeadLetters.of(
            stage,
            reason,
            message(exception),
            exception.getClass().getName(),
            origin,
            headers,
            payload,
            Instant.now());
    if (value instanceof Article article) {
      letter = letter.about(article.source().id(), article.url());
    }
    log.tell(letter);
    counter.accept(letter);
    return List.of(DeadLetters.record(letter));
  }

  /** Keeling's own messages name the problem; those of other exceptions may quote content. */
  private static String message(Exception exception) {
    Throwable cause = Causes.root(exception);
    if (cause instanceof UnusableRecordException || cause instanceof SerializationException) {
      return String.valueOf(cause.getMessage());
    }
    StackTraceElement[] trace = cause.getStackTrace();
    return "failed with "
        + cause.getClass().getName()
        + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  /** Base class of the handlers that write dead letters. Streams creates one for each thread. */
  abstract static class Handler implements Configurable {

    protected StreamsDeadLetters letters;

    @Override
    public void configure(Map<String, ?> configuration) {
      letters = StreamsDeadLetters.of(configuration);
    }
  }

  /**
   * Writes a dead letter for a record whose bytes cannot be read. Streams creates one for each
   * thread.
   */
  public static final class Unreadable extends Handler implements DeserializationExceptionHandler {

    @Override
    public DeserializationExceptionHandler.Response handleError(
        ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> input, Exception exception) {
      return DeserializationExceptionHandler.Response.resume(
          letters.write(context, input.key(), input.value(), null, "unreadable", exception));
    }
  }

  /**
   * Writes a dead letter for a record on which a processor failed. Two kinds of failures stop the
   * thread instead, which restarts from the last transaction: those without a record, as in a
   * punctuation, and those of state or Kafka, which no record causes. A processor may even get the
   * failure of a write for an earlier record. Streams creates one for each thread.
   *
   * <p>Streams drops the bytes of a record once the record has caused a write. The key and payload
   * are then those of the processor's own record.
   */
  public static final class Unprocessable extends Handler implements ProcessingExceptionHandler {

    @Override
    public ProcessingExceptionHandler.Response handleError(
        ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
      if (context.topic() == null || record == null || FailureKind.ofInfrastructure(exception)) {
        return ProcessingExceptionHandler.Response.fail();
      }
      String reason =
          exception instanceof UnusableRecordException unusable ? unusable.reason() : "failed";
      byte[] key = context.sourceRawKey() == null ? key(record) : context.sourceRawKey();
      byte[] payload =
          context.sourceRawValue() == null ? payload(context, record) : context.sourceRawValue();
      return ProcessingExceptionHandler.Response.resume(
          letters.write(context, key, payload, record.value(), reason, exception));
    }

    private static byte @Nullable [] key(Record<?, ?> record) {
      return record.key() instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : null;
    }

    private static byte @Nullable [] payload(ErrorHandlerContext context, Record<?, ?> record) {
      if (record.value() instanceof Article article) {
        return ContractSerdes.ARTICLE.serialize(context.topic(), article);
      }
      return record.value() instanceof byte[] bytes ? bytes : null;
    }
  }

  /**
   * Writes a dead letter for a record whose result cannot be serialised, and stops the thread if
   * the broker refuses a record. Streams creates one for each thread.
   */
  public static final class Unwritable extends Handler implements ProductionExceptionHandler {

    @Override
    public ProductionExceptionHandler.Response handleError(
        ErrorHandlerContext context, ProducerRecord<byte[], byte[]> output, Exception exception) {
      return ProductionExceptionHandler.Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public ProductionExceptionHandler.Response handleSerializationError(
        ErrorHandlerContext context,
        ProducerRecord output,
        Exception exception,
        SerializationExceptionOrigin origin) {
      return ProductionExceptionHandler.Response.resume(
          letters.write(
              context,
              context.sourceRawKey(),
              context.sourceRawValue(),
              null,
              "unwritable",
              exception));
    }
  }
}
