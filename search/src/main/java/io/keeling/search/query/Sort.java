package io.keeling.search.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The order of a result. */
public enum Sort {
  /** Latest publication first, undated articles last. */
  NEWEST,
  /** The reverse of {@link #NEWEST}: undated articles come first. */
  OLDEST,
  /** Best match first; without words to match it is {@link #NEWEST}. */
  RELEVANCE,
  /** Most recently fetched wording first. */
  CHANGED,
  /** Like {@link #NEWEST}, but undated articles are placed where they were first seen. */
  FOUND;

  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Sort> of(String value) {
    return Arrays.stream(values()).filter(s -> s.value().equals(value)).findFirst();
  }
}
