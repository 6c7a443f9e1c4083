package io.keeling.enrich.places;

import io.keeling.contract.enriched.NameType;
import io.keeling.enrich.names.LocatedName;
import io.keeling.enrich.names.NameMerger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An English text with its names, for tests.
 *
 * @param text without the marks
 * @param found the names in square brackets, and as bodies those in braces
 */
record MarkedText(String text, List<LocatedName> found) {

  static MarkedText of(String marked, NameType type) {
    StringBuilder text = new StringBuilder();
    List<LocatedName> found = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == '[' || c == '{') {
        start = text.length();
      } else if (c == ']' || c == '}') {
        NameType kind = c == ']' ? type : NameType.ORGANIZATION;
        found.add(new LocatedName(start, text.length(), kind));
      } else {
        text.append(c);
      }
    }
    return new MarkedText(text.toString(), found);
  }

  Geography locate(Geographer geographer) {
    return locate(geographer, null);
  }

  Geography locate(Geographer geographer, @Nullable String outletCountry) {
    return geographer.locate(
        text,
        "en",
        geographer.apart(text, NameMerger.merge(text, "en", found, geographer::country)),
        outletCountry);
  }
}
