package io.keeling.app.doctor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A check. Immutable; thread-safe if the answer's objects are.
 *
 * @param subject what is checked, in a word or two
 * @param limit time limit for the answer
 * @param late the finding if there is no answer within the limit
 * @param answer does the check; an exception is a finding too
 */
record Question(String subject, Duration limit, Finding late, Callable<List<Finding>> answer) {

  /** Creates a check of another program; a time-out is a failure. */
  Question(String subject, Duration limit, Callable<List<Finding>> answer) {
    this(
        subject,
        limit,
        Finding.fail(
            subject,
            "no answer within %d s. Is the server overloaded, or the connection to it blocked?"
                .formatted(limit.toSeconds())),
        answer);
  }

  /** Creates a check on this machine; a time-out may only mean that the machine is busy. */
  static Question work(String subject, Duration limit, Callable<List<Finding>> answer) {
    return new Question(
        subject,
        limit,
        Finding.warn(
            subject,
            "unknown: this machine did not finish the check within %d s. Try again when it is less busy"
                .formatted(limit.toSeconds())),
        answer);
  }
}
