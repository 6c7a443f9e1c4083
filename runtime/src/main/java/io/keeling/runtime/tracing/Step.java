package io.keeling.runtime.tracing;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A step that is reported to a tracing system when it ends. It carries ids, words of short lists,
 * hosts and numbers: no text of an article, no address of a page, no secret. One thread at a time
 * has it.
 */
public interface Step extends AutoCloseable {

  /** A step that is not reported. */
  Step NONE = new NoTracing.NoStep();

  /** Says something about it; null says nothing. */
  Step about(Detail detail, @Nullable String value);

  /** Says a number about it. */
  Step about(Detail detail, long value);

  /** Ties it to a step of another trace, named as the header {@code traceparent} does. */
  Step linked(@Nullable String other);

  /** Says that it failed, by a word of a short list. */
  Step failed(String reason);

  /** What names it, as the header {@code traceparent} does; null where nothing is reported. */
  @Nullable String context();

  /** Sets the header by which the next step goes on from it; none where nothing is reported. */
  void inject(Headers headers);

  /** Ends it. */
  @Override
  void close();
}
