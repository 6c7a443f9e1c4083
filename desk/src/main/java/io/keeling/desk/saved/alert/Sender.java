package io.keeling.desk.saved.alert;

import org.jspecify.annotations.Nullable;

/** Sends alert messages by one kind of channel. Threads may share it. */
@FunctionalInterface
interface Sender {

  /** Sends a message within {@link Deliveries#LEASE}, and returns the result. */
  Sent send(Message message);

  /**
   * The result of an attempt.
   *
   * @param status HTTP status; null if there was no answer or no HTTP
   * @param problem why it failed, in one line without secrets; empty if it did not
   */
  record Sent(Result result, @Nullable Integer status, String problem) {

    static Sent taken(@Nullable Integer status) {
      return new Sent(Result.TAKEN, status, "");
    }

    static Sent failed(@Nullable Integer status, String problem) {
      return new Sent(Result.FAILED, status, problem);
    }

    static Sent gone(int status) {
      return new Sent(Result.GONE, status, "the receiver wants nothing more");
    }

    static Sent refused(@Nullable Integer status, String problem) {
      return new Sent(Result.REFUSED, status, problem);
    }
  }

  enum Result {
    TAKEN,
    /** A retry may succeed. */
    FAILED,
    /** A retry cannot succeed. */
    REFUSED,
    /** The receiver wants no more messages at all. */
    GONE
  }
}
