package io.keeling.runtime.tracing;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reports the steps from the discovery of an article to its row in the database to a tracing
 * system, if there is one. {@link #OFF} reports nothing and costs nothing. The id of a trace is
 * that of {@code keeling-trace}. The header {@code traceparent} (W3C Trace Context) links each step
 * to the one before it. No method throws or blocks. Thread-safe.
 */
public interface Tracing extends AutoCloseable {

  /** Reports nothing and leaves headers unchanged. */
  Tracing OFF = new NoTracing();

  /** Whether anything is reported. */
  boolean isOn();

  /**
   * Begins the first step of a trace. Other processes need only the trace's id to continue it.
   *
   * @param what a word for the step, such as {@code discover}
   * @param trace the id from discovery to store
   */
  Step first(String what, String trace);

  /**
   * Returns the {@code traceparent} for a record that continues the first step of a trace, even if
   * that step ended long ago; null if nothing is reported.
   */
  @Nullable String afterFirst(String trace);

  /**
   * Begins a step on a record.
   *
   * @param what a word for the step, such as {@code read}
   * @param headers those of the record
   * @param began when the step began
   */
  Step next(String what, Headers headers, Instant began);

  /**
   * Begins a step on several records at once. The step has its own trace, with links to the traces
   * of the first 128 records.
   *
   * @param records the headers of each record
   */
  Step together(String what, List<Headers> records, Instant began);

  /** Sends remaining reports, for a bounded time. */
  @Override
  void close();
}
