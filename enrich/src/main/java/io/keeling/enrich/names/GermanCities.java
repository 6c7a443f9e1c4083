package io.keeling.enrich.names;

import io.keeling.contract.enriched.NameType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Extends the names of German cities by the river or landscape that tells them from their
 * namesakes: "Frankfurt an der Oder", "Frankfurt (Oder)".
 */
final class GermanCities {

  /** The addition after the city, in words of bounded length. */
  private static final Pattern ADDITION =
      Pattern.compile(
          " (?:(?:am|im|(?:an|in|ob|vor) der)"
              + " \\p{Lu}[\\p{L}-]{1,40}|\\(\\p{Lu}[\\p{L}-]{1,40}\\))");

  private GermanCities() {}

  /** The names in the order of the text; a German city's name includes the addition after it. */
  static List<LocatedName> whole(String text, List<LocatedName> names, Predicate<String> city) {
    List<LocatedName> result = new ArrayList<>(names.size());
    int free = 0;
    Matcher addition = ADDITION.matcher(text);
    for (LocatedName name : names) {
      if (name.start() >= free) {
        addition.region(name.end(), text.length());
        boolean longer =
            addition.lookingAt() && city.test(text.substring(name.start(), addition.end()));
        free = longer ? addition.end() : name.end();
        result.add(longer ? new LocatedName(name.start(), free, NameType.LOCATION) : name);
      }
    }
    return result;
  }
}
