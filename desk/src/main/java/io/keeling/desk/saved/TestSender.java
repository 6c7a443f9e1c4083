package io.keeling.desk.saved;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Sends a message by a channel of a search that says that it is a test. Threads may share it. */
@FunctionalInterface
public interface TestSender {

  /** Sends a test and waits for its result, less than a minute. */
  Result send(SavedSearch search, SearchChannel channel);

  /**
   * The result of a test.
   *
   * @param taken whether the receiver accepted it
   * @param gone whether the receiver wants no more messages
   * @param status of HTTP, where there was an answer
   * @param problem why it failed, in a line of English without secrets; empty where it did not
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(boolean taken, boolean gone, @Nullable Integer status, String problem) {}
}
