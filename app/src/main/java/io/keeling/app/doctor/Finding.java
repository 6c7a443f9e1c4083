package io.keeling.app.doctor;

import java.util.Locale;

/**
 * The result of a check.
 *
 * @param verdict whether something has to be done
 * @param subject what was checked, in a word or two
 * @param line what was found, and what to do if something is wrong; no secrets
 */
public record Finding(Verdict verdict, String subject, String line) {

  /** Whether something has to be done. */
  public enum Verdict {
    /** Nothing to do. */
    OK,
    /** What was checked works, but an operator should look. */
    WARN,
    /** What was checked does not work until an operator fixes it. */
    FAIL;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding ok(String subject, String line) {
    return new Finding(Verdict.OK, subject, line);
  }

  static Finding warn(String subject, String line) {
    return new Finding(Verdict.WARN, subject, line);
  }

  static Finding fail(String subject, String line) {
    return new Finding(Verdict.FAIL, subject, line);
  }
}
