package io.keeling.reader.wording;

import java.util.HashMap;
import java.util.Map;

/** The names of months in the languages we read. Stateless; threads may share it. */
public final class MonthNames {

  private MonthNames() {}

  /**
   * The number of each month, 1 to 12, by its names and abbreviations in lower case; a word of one
   * language alone has its code before it, as in {@code language:name}.
   */
  public static Map<String, Integer> load() {
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
