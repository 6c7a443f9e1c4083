package io.keeling.runtime.streams;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.LetterLog;
import io.keeling.contract.deadletter.Origin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.serde.DeadLetters;
import io.keeling.runtime.failure.Causes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads the three exception handlers of a Streams application to {@code keeling.dead-letters}.
 * Streams writes the letters in the transaction of the step that failed, so there is one for each
 * record, whatever is killed. Threads may share it.
 */
public final class StreamsDeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(StreamsDeadLetters.class);

  /** The key under which the handlers, which Streams makes itself, find this object. */
  private static final String KEY = "keeling.dead.letters";

  private final Stage stage;
  private final Consumer<DeadLetter> counter;
  private final LetterLog log = new LetterLog(LOG);

  private StreamsDeadLetters(Stage stage, Consumer<DeadLetter> counter) {
    this.stage = stage;
    this.counter = counter;
  }

  /**
   * Adds the handlers to the settings of an application.
   *
   * @param settings the properties of Streams
   * @param stage the stage that the letters name
   * @param counter hears of each letter, before it is committed; stream threads share it
   */
  public static void configure(
      Map<? super String, Object> settings, Stage stage, Consumer<DeadLetter> counter) {
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecords.class);
    settings.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnprocessableRecords.class);
    settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnwritableRecords.class);
    settings.put(KEY, new StreamsDeadLetters(stage, counter));
  }

  static StreamsDeadLetters of(Map<String, ?> configuration) {
    return (StreamsDeadLetters) Objects.requireNonNull(configuration.get(KEY), KEY);
  }

  /**
   * The record to write.
   *
   * @param key the origin's key
   * @param payload the origin's value; where Streams no longer has it, the letter goes without, and
   *     a replay takes it from the origin topic
   * @param value what the record was read as, if it could be
   */
  List<ProducerRecord<byte[], byte[]>> write(
      ErrorHandlerContext context,
      byte @Nullable [] key,
      byte @Nullable [] payload,
      @Nullable Object value,
      String reason,
      Exception exception) {
    Origin origin =
        new Origin(context.topic(), context.partition(), context.offset(), DeadLetters.key(key));
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

  /** Our own messages say what is wrong; one of an unforeseen exception may quote the content. */
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
}
