package io.keeling.reader.calendar;

import io.keeling.reader.wording.WordList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of months in the languages we read. */
public final class MonthNames {

  /** A word of one language alone has its code before it, as in {@code language:name}. */
  private static final Map<String, Integer> MONTHS = load();

  private MonthNames() {}

  /** The number of a month, 1 to 12, by its name or abbreviation in any language; null if none. */
  public static @Nullable Integer number(String name) {
    return MONTHS.get(name.toLowerCase(Locale.ROOT));
  }

  /**
   * The number of a month by its name in a language, or else in any.
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
