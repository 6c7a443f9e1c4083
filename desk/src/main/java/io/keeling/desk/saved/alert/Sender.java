package io.keeling.desk.saved.alert;

import org.jspecify.annotations.Nullable;

/** A way to tell followers. Threads may share it. */
@FunctionalInterface
interface Sender {

  /** Tells one, and says what came of it; takes no longer than {@link Deliveries#LEASE}. */
  Sent send(Message message);

  /**
   * What came of an attempt.
   *
   * @param result whether it was taken
   * @param status of HTTP, where there was an answer
   * @param problem why it was not taken, in a line without secrets; empty where it was
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

  /** Whether a message was taken. */
  enum Result {
    TAKEN,
    /** It is worth another attempt. */
    FAILED,
    /** It never will be. */
    REFUSED,
    /** The receiver says that it wants nothing more, this or any other. */
    GONE
  }
}
