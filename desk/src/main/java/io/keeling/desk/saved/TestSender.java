package io.keeling.desk.saved;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Sends test messages to channels of saved searches. Threads may share it. */
@FunctionalInterface
public interface TestSender {

  /** Sends a test message, and waits for its result, less than a minute. */
  Result send(SavedSearch search, SearchChannel channel);

  /**
   * The result of a test.
   *
   * @param taken whether the receiver accepted the message
   * @param gone whether the receiver wants no more messages
   * @param status HTTP status; null if there was no answer
   * @param problem why the test failed, in one line of English without secrets; empty if it
   *     succeeded
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(boolean taken, boolean gone, @Nullable Integer status, String problem) {}
}
