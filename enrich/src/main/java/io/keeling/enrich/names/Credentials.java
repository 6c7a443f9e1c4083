package io.keeling.enrich.names;

import io.keeling.contract.enriched.NameType;
import java.util.List;
import java.util.Set;

/** Recognises degrees after a person's name that are spelt like states: "Jane Doe, MD". */
final class Credentials {

  private static final Set<String> DEGREES = Set.of("MD", "M.D.", "MA", "M.A.", "PA", "DO", "MS");

  private static final String BETWEEN = ", ";

  private Credentials() {}

  /** Whether a name is the degree of a person among the names. */
  static boolean named(LocatedName name, List<LocatedName> names, String text) {
    int person = name.start() - BETWEEN.length();
    return name.type() == NameType.LOCATION
        && person > 0
        && DEGREES.contains(text.substring(name.start(), name.end()))
        && text.startsWith(BETWEEN, person)
        && names.stream()
            .anyMatch(other -> other.type() == NameType.PERSON && other.end() == person);
  }
}
