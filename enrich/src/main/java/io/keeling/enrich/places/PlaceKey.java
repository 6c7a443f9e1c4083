package io.keeling.enrich.places;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which names of places are compared. Stateless; threads may share it. */
final class PlaceKey {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private PlaceKey() {}

  /** Without accents, case, dots, article and white space: "The U.S." and "US" are the same. */
  static String of(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String key = plain.replace(".", "").replace("'", "").replace("\u2019", "");
    key = OTHER.matcher(key.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return key.startsWith("the ") ? key.substring(4) : key;
  }
}
