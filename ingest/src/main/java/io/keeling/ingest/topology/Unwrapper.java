package io.keeling.ingest.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.ingest.frontier.event.FrontierAction;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Unwraps a value and keeps only the trace headers of its record, since the page's headers do not
 * apply to the value. Used by one stream thread only.
 *
 * @param <T> the wrapper
 * @param <V> the value
 */
final class Unwrapper<T, V> extends ContextualProcessor<String, T, String, V> {

  private final Function<T, V> value;
  private final Function<T, @Nullable String> trace;
  private final Function<T, @Nullable String> traceParent;

  private Unwrapper(
      Function<T, V> value,
      Function<T, @Nullable String> trace,
      Function<T, @Nullable String> traceParent) {
    this.value = value;
    this.trace = trace;
    this.traceParent = traceParent;
  }

  static Unwrapper<FrontierAction.Ask, FetchRequest> request() {
    return new Unwrapper<>(
        FrontierAction.Ask::request, FrontierAction.Ask::trace, FrontierAction.Ask::traceParent);
  }

  static Unwrapper<ReadAction.Found, Article> article() {
    return new Unwrapper<>(
        ReadAction.Found::article, ReadAction.Found::trace, ReadAction.Found::traceParent);
  }

  static Unwrapper<DeadLetter, DeadLetter> letter() {
    return new Unwrapper<>(
        letter -> letter,
        DeadLetter::trace,
        letter -> letter.headers().get(HeaderNames.TRACE_PARENT));
  }

  @Override
  public void process(Record<String, T> record) {
    Headers headers = new RecordHeaders();
    HeaderValues.put(headers, HeaderNames.TRACE, trace.apply(record.value()));
    HeaderValues.put(headers, HeaderNames.TRACE_PARENT, traceParent.apply(record.value()));
    context()
        .forward(
            new Record<>(record.key(), value.apply(record.value()), record.timestamp(), headers));
  }
}
