package io.keeling.models.names;

import io.keeling.models.files.WordSections;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Removes names of weather that look like people: "El Niño", "Storm Babet", and "Ian" in a document
 * with "Hurricane Ian". For one document and one thread.
 */
final class WeatherNames {

  private static final WordSections WORDS = new WordSections(WeatherNames.class);

  private static final Set<String> STORMS = WORDS.set("storms");

  /** Kinds of storm of two words: "tropical storm", "heat wave". */
  private static final Set<String> TWO_WORDS =
      Set.of("tropical storm", "tropical storms", "tropical depression", "heat wave");

  /**
   * Words for a kind of storm. If they are capitalised, a name follows: "Storm", but not "a storm".
   */
  private static final Set<String> NAMED = WORDS.set("named");

  private static final Set<String> CALLING = Set.of("named", "called", "dubbed");

  private static final Set<String> SPANISH =
      Set.of("el nino", "la nina", "el ninos", "la ninas", "super el nino");

  /**
   * Length of the longest word of {@link #SPANISH} with a combining accent on each letter, in
   * UTF-16 code units.
   */
  private static final int LONGEST_SPANISH = 24;

  private final List<String[]> sentences;

  private WeatherNames(List<String[]> sentences) {
    this.sentences = sentences;
  }

  /** Returns the names of a document without names of weather, in order. */
  static List<FoundName> without(List<String[]> sentences, List<FoundName> found) {
    WeatherNames weather = new WeatherNames(sentences);
    List<FoundName> rest = new ArrayList<>(found);
    rest.removeIf(weather::isWeather);
    Set<String> storms = weather.storms(rest);
    if (!storms.isEmpty()) {
      rest.removeIf(
          n ->
              n.type() != EntityType.LOCATION
                  && n.end() - n.start() == 1
                  && storms.contains(small(sentences.get(n.sentence())[n.start()])));
    }
    return rest;
  }

  /** Whether a name names weather by itself: "La Niña", or "Storm Ciarán" taken for a person. */
  private boolean isWeather(FoundName name) {
    String[] words = sentences.get(name.sentence());
    int start = name.start();
    if (name.type() == EntityType.PERSON && name.end() - start == 2 && isKind(words, start)) {
      return true;
    }
    // Includes the word before a name of one word: the "El" before "Niño".
    int from = start > 0 && name.end() - start == 1 ? start - 1 : start;
    return name.end() - from <= 3 && isSpanish(DocumentNames.text(words, from, name.end()));
  }

  /**
   * Returns the names that follow a kind of storm, except names that people in the document have
   * too.
   */
  private Set<String> storms(List<FoundName> names) {
    Set<String> storms = new HashSet<>();
    for (String[] words : sentences) {
      for (int i = 0; i + 1 < words.length; i++) {
        if (isKind(words, i)) {
          addNames(words, i + 1, storms);
        }
      }
    }
    if (!storms.isEmpty()) {
      for (FoundName name : names) {
        if (name.type() == EntityType.PERSON && name.end() - name.start() > 1) {
          String[] words = sentences.get(name.sentence());
          storms.remove(small(words[name.end() - 1]));
          if (name.start() > 0 && isKind(words, name.start() - 1)) {
            storms.remove(small(words[name.start()]));
          }
        }
      }
    }
    return storms;
  }

  /** Adds "Helene" and "Milton" of "Hurricanes Helene and Milton". */
  private static void addNames(String[] words, int start, Set<String> storms) {
    int i = start;
    if (i + 2 < words.length && words[i].equals(",")) {
      i++;
    }
    if (i + 1 < words.length && CALLING.contains(words[i])) {
      i++;
    } else if (i > start) {
      return;
    }
    boolean several = small(words[start - 1]).endsWith("s");
    for (; i < words.length; i++) {
      if (Character.isUpperCase(words[i].charAt(0))) {
        storms.add(small(words[i]));
      } else if (!words[i].equals(",") && !words[i].equals("and")) {
        return;
      }
      if (!several) {
        return;
      }
    }
  }

  private static boolean isKind(String[] words, int at) {
    String word = words[at];
    char first = word.charAt(0);
    if (word.length() < 4 || "HhTtCcSsMmAaDdWw".indexOf(first) < 0) {
      return false;
    }
    return NAMED.contains(word)
        || STORMS.contains(small(word))
        || (at > 0 && TWO_WORDS.contains(small(words[at - 1] + " " + word)));
  }

  private static String small(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static boolean isSpanish(String name) {
    return name.length() <= LONGEST_SPANISH // normalising is quadratic in a run of marks
        && SPANISH.contains(
            Normalizer.normalize(small(name), Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
  }
}
