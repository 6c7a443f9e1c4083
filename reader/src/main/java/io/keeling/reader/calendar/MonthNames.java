package io.keeling.reader.calendar;

import io.keeling.reader.wording.WordList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of months in the languages that Keeling reads. */
public final class MonthNames {

  /** Months by name. A word of only one language has its code before it: {@code language:name}. */
  private static final Map<String, Integer> MONTHS = load();

  private MonthNames() {}

  /** Returns the number of a month, 1 to 12, by name or abbreviation in any language, or null. */
  public static @Nullable Integer number(String name) {
    return MONTHS.get(name.toLowerCase(Locale.ROOT));
  }

  /**
   * Returns the number of a month by its name in a language, or else in any.
   *
   * @param language two-letter code, or empty
   */
  public static @Nullable Integer number(String name, String language) {
    Integer own = MONTHS.get(language + ":" + name.toLowerCase(Locale.ROOT));
    return own != null ? own : number(name);
  }

  private static Map<String, Integer> load() {
    Map<String, Integer> months = new HashMap<>();
    for (String line : WordList.load("words/months.txt")) {
      String[] parts = line.split("\\s+");
      for (int i = 1; i < parts.length; i++) {
        months.put(parts[i], Integer.valueOf(parts[0]));
      }
    }
    return Map.copyOf(months);
  }
}
