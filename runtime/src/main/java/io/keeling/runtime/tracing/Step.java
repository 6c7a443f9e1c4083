package io.keeling.runtime.tracing;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A step that is reported to a tracing system when it ends. It contains ids, words from fixed
 * lists, hosts and numbers, but no text of an article, no address of a page and no secret. For one
 * thread at a time.
 */
public interface Step extends AutoCloseable {

  /** A step that is not reported. */
  Step NONE = new NoTracing.NoStep();

  /** Adds an attribute; does nothing if the value is null. */
  Step about(Detail detail, @Nullable String value);

  /** Adds a numeric attribute. */
  Step about(Detail detail, long value);

  /** Links it to a step of another trace, given in the form of the header {@code traceparent}. */
  Step linked(@Nullable String other);

  /**
   * Marks the step as failed.
   *
   * @param reason a word from a fixed list
   */
  Step failed(String reason);

  /**
   * Returns the step's identifier in the form of the header {@code traceparent}; null if nothing is
   * reported.
   */
  @Nullable String context();

  /**
   * Sets the header {@code traceparent} so that the next step continues this one. Sets none if
   * nothing is reported.
   */
  void inject(Headers headers);

  @Override
  void close();
}
