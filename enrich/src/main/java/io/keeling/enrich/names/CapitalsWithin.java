package io.keeling.enrich.names;

import io.keeling.contract.enriched.NameType;
import io.keeling.models.files.WordSections;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Recognises names with an inner capital, as products and firms have: "LibreOffice" is no place and
 * "TikTok" no person.
 */
final class CapitalsWithin {

  private static final WordSections WORDS = new WordSections(CapitalsWithin.class);

  /** Prefixes with which names of people and places have an inner capital: "McDonald", "DeKalb". */
  private static final Set<String> BEGINNINGS = WORDS.set("beginnings");

  private CapitalsWithin() {}

  /** Whether a name of one word is spelt like a product. */
  static boolean product(String word) {
    for (int i = 2; i < word.length(); i++) {
      if (Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1))) {
        return word.codePoints().allMatch(Character::isLetterOrDigit)
            && !BEGINNINGS.contains(word.substring(0, i));
      }
    }
    return false;
  }

  /** Whether a name was taken for a place and is a product. */
  static boolean noPlace(LocatedName name, String text, Predicate<String> towns) {
    return name.type() == NameType.LOCATION && written(name, text) && !towns.test(form(name, text));
  }

  /** The name, retyped as an organisation if it is a person's and spelt like a product. */
  static LocatedName mended(LocatedName name, String text) {
    return name.type() == NameType.PERSON && written(name, text)
        ? new LocatedName(name.start(), name.end(), NameType.ORGANIZATION, name.whole())
        : name;
  }

  private static boolean written(LocatedName name, String text) {
    return product(form(name, text));
  }

  private static String form(LocatedName name, String text) {
    return text.substring(name.start(), name.end());
  }
}
