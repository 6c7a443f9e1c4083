package io.keeling.search.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The order of a result. */
public enum Sort {
  /** What was published last first; what has no date comes at the end. */
  NEWEST,
  /** The other way round. */
  OLDEST,
  /** Best match first; without words to match it is {@link #NEWEST}. */
  RELEVANCE,
  /** What was changed last first: by when the current wording was fetched. */
  CHANGED,
  /** As {@link #NEWEST}, but for what has no date, which stands where it was first seen. */
  FOUND;

  /** Its value in a query string. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The order a query string names, or nothing where it names none. */
  public static Optional<Sort> of(String value) {
    return Arrays.stream(values()).filter(s -> s.value().equals(value)).findFirst();
  }
}
