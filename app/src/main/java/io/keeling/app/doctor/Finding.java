package io.keeling.app.doctor;

import java.util.Locale;

/**
 * One answer of the doctor's.
 *
 * @param verdict whether anything is to be done
 * @param subject what it is about, in a word or two
 * @param line what was found, and what to do where something is wrong; no secrets
 */
public record Finding(Verdict verdict, String subject, String line) {

  /** Whether anything is to be done. */
  public enum Verdict {
    /** Nothing to do. */
    OK,
    /** It works, but an operator should look. */
    WARN,
    /** It does not work until an operator mends it. */
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
