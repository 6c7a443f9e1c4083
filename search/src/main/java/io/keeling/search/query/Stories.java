package io.keeling.search.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How articles that tell the same story are listed. */
public enum Stories {
  /** The telling that comes first in the order, for all of them. */
  ONCE,
  /** Every telling by itself. */
  ALL;

  /** The parameter's name in a query string. */
  public static final String PARAMETER = "stories";

  /** Its value in a query string. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that a query string names, or nothing where it names none. */
  public static Optional<Stories> of(String value) {
    return Arrays.stream(values()).filter(s -> s.value().equals(value)).findFirst();
  }
}
