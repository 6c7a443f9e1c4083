package io.keeling.desk.operators;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place of a dead letter in its topic. Immutable; threads may share it. */
public record DeadLetterId(int partition, long offset) {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,5})-([0-9]{1,18})");

  /** Parses the form of {@link #toString}; empty if it is invalid. */
  public static Optional<DeadLetterId> of(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new DeadLetterId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return partition + "-" + offset;
  }
}
