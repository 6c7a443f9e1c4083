package io.keeling.runtime.tracing;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Tells a tracing system of the steps from discovery to row, where there is one: {@link #OFF}
 * reports nothing and costs nothing. The id of a trace is that of {@code keeling-trace}; how steps
 * follow on each other travels in the header {@code traceparent} (W3C Trace Context). No method
 * throws or waits, and threads may share it.
 */
public interface Tracing extends AutoCloseable {

  /** Tells nobody anything, and leaves headers as they are. */
  Tracing OFF = new NoTracing();

  /** Whether anything is reported. */
  boolean isOn();

  /**
   * Begins what a trace begins with. By its trace alone others know how to go on from it.
   *
   * @param what a word for it, such as {@code discover}
   * @param trace the id from discovery to store
   */
  Step first(String what, String trace);

  /**
   * What the header {@code traceparent} is to say on a record of a trace whose first step may be
   * long past; null where nothing is reported.
   */
  @Nullable String afterFirst(String trace);

  /**
   * Begins a step on a record.
   *
   * @param what a word for it, such as {@code read}
   * @param headers those of the record
   * @param began when the step began
   */
  Step next(String what, Headers headers, Instant began);

  /**
   * Begins a step on several records at once; a trace of its own, with links to theirs, the first
   * 128 of them.
   *
   * @param records the headers of each
   */
  Step together(String what, List<Headers> records, Instant began);

  /** Tells what is left to tell, for a bounded time. */
  @Override
  void close();
}
