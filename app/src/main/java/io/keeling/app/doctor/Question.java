package io.keeling.app.doctor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Something to find out. Immutable; threads may share it if they may share what it asks.
 *
 * @param subject what it is about, in a word or two
 * @param limit how long the answer may take
 * @param late what is found where there is no answer within the limit
 * @param answer finds it out; what it throws is an answer, too
 */
record Question(String subject, Duration limit, Finding late, Callable<List<Finding>> answer) {

  /** A question to another program; no answer in time is a failure. */
  Question(String subject, Duration limit, Callable<List<Finding>> answer) {
    this(
        subject,
        limit,
        Finding.fail(
            subject,
            "no answer within %d s. Is what is asked overloaded, or the way to it blocked?"
                .formatted(limit.toSeconds())),
        answer);
  }

  /** Work on this machine; no result in time may only mean that the machine is busy. */
  static Question work(String subject, Duration limit, Callable<List<Finding>> answer) {
    return new Question(
        subject,
        limit,
        Finding.warn(
            subject,
            "not known: this machine did not come to it within %d s. Ask again when it is less busy"
                .formatted(limit.toSeconds())),
        answer);
  }
}
