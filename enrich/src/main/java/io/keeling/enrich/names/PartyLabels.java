package io.keeling.enrich.names;

import io.keeling.contract.enriched.NameType;
import java.util.ArrayList;
import java.util.List;

/**
 * Separates a party from the place that a US legislator comes from: "Ana Reyes, D-Orlando". The
 * name after the party is a place, never a person.
 */
final class PartyLabels {

  private static final String PARTIES = "DRI";

  private static final String SAINT = "St. ";

  /** Length of a party's letter and its hyphen. */
  private static final int LABEL = 2;

  private PartyLabels() {}

  /** The names in their order, with those after a party typed as places. */
  static List<LocatedName> mended(String text, List<LocatedName> names) {
    List<LocatedName> result = new ArrayList<>(names.size());
    for (LocatedName name : names) {
      if (isLabel(text, name.start()) && name.end() > name.start() + LABEL) {
        result.add(place(name.start() + LABEL, name));
      } else if (isLabel(text, name.start() - LABEL)) {
        result.add(place(name.start(), name));
      } else if (text.startsWith(SAINT, name.start() - SAINT.length())
          && isLabel(text, name.start() - SAINT.length() - LABEL)) {
        result.add(place(name.start() - SAINT.length(), name));
      } else {
        result.add(name);
      }
    }
    return result;
  }

  private static LocatedName place(int start, LocatedName name) {
    return new LocatedName(start, name.end(), NameType.LOCATION);
  }

  /** Whether a party's letter and a hyphen are at an offset, after a comma or a bracket. */
  private static boolean isLabel(String text, int at) {
    return at > 1
        && at + LABEL < text.length()
        && PARTIES.indexOf(text.charAt(at)) >= 0
        && (text.charAt(at + 1) == '-' || text.charAt(at + 1) == '\u2011')
        && Character.isUpperCase(text.charAt(at + LABEL))
        && (text.charAt(at - 1) == '(' || text.startsWith(", ", at - 2));
  }
}
