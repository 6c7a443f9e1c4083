package io.keeling.desk.saved;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Sends a message by a channel of a search that says that it is a test. Threads may share it. */
@FunctionalInterface
public interface TestSender {

  /** Sends one, and waits for what comes of it, less than a minute. */
  Result send(SavedSearch search, SearchChannel channel);

  /**
   * What came of it.
   *
   * @param taken whether the receiver took it
   * @param gone whether the receiver wants nothing more at all
   * @param status of HTTP, where there was an answer
   * @param problem why it was not taken, in a line of English without secrets; empty where it was
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(boolean taken, boolean gone, @Nullable Integer status, String problem) {}
}
