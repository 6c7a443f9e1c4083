package io.keeling.search.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How articles that tell the same story are listed. */
public enum Stories {
  /** Only the first article of each story in the order. */
  ONCE,
  /** Every article of a story. */
  ALL;

  /** The parameter's name in a query string. */
  public static final String PARAMETER = "stories";

  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Stories> of(String value) {
    return Arrays.stream(values()).filter(s -> s.value().equals(value)).findFirst();
  }
}
