package io.keeling.enrich.names;

import io.keeling.contract.enriched.NameType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Recognises a place of the gazetteer that was found in an English text as an organisation or a
 * person, by the words around it: "the Amazon", "crews from Bonham". For one text and one thread.
 */
final class ListedPlaces {

  /** Length of text read before a name, in UTF-16 code units: some words. */
  private static final int BEFORE = 40;

  /** Length of text read after a name, in UTF-16 code units: a word or two. */
  private static final int BEHIND = 16;

  private static final Pattern ARTICLE = Pattern.compile("(?<![\\p{L}\\p{M}\\p{Nd}_])the $");

  /** Words before a magazine: "an article in the Atlantic". */
  private static final Pattern OF_A_MAGAZINE =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{Nd}_])(?:articles?|essay|piece|column|interview|wr[io]tes?|writ(?:ing|ten)|published|told|reported|reporter|according|editor|writer)"
              + " (?:\\w+ )?the $");

  /** Words after firms and magazines, but not after landscapes. */
  private static final Pattern OF_A_FIRM =
      Pattern.compile(
          "^(?:['\u2019]s)? (?:warehouse|website|site|web|app|store|union|worker|employee|driver"
              + "|customer|founder|chief|boss|executive|account|share|stock|brand|deal|delivery"
              + "|deliveries|order|package|parcel|box|van|unit|subsidiary|cloud|data|listing|page"
              + "|magazine|article|writer|editor|and|reported|said)");

  private static final Pattern POSSESSIVE = Pattern.compile("^['\u2019]s?(?!\\p{L})");

  private static final Pattern WHERE =
      Pattern.compile("(?:(?<=\\s)|^)(?i:in|at|near|outside|from) $");

  /** Things that come from people rather than towns. */
  private static final Pattern FROM_A_PERSON =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{Nd}_])(?i:quotes?|quotations?|letters?|e?-?mails?|messages?|texts?|calls?|statements?"
              + "|comments?|words|tweets?|posts?|testimony|answers?|questions?|advice|money|gifts?"
              + "|pass|cross|corner|shot|goals?|assists?|runs|points|wickets?|support|help|hear|heard|borrow(?:ed|s)?|quot(?:ed|ing))"
              + " from $");

  private final String text;
  private final KnownPlaces places;
  private final Predicate<String> firstNames;

  /** How often each word occurs in the names of the text. */
  private final Map<String, Integer> words = new HashMap<>();

  /**
   * @param names all names found in the text
   * @param firstNames whether a word is a first name
   */
  ListedPlaces(
      String text, List<LocatedName> names, KnownPlaces places, Predicate<String> firstNames) {
    this.text = text;
    this.places = places;
    this.firstNames = firstNames;
    for (LocatedName name : names) {
      for (String word : text.substring(name.start(), name.end()).split("\\s+")) {
        words.merge(word, 1, Integer::sum);
      }
    }
  }

  /** The name, retyped as a place if it is one. */
  LocatedName mended(LocatedName name) {
    boolean place =
        switch (name.type()) {
          case ORGANIZATION -> landscape(name);
          case PERSON -> landscape(name) || town(name);
          default -> false;
        };
    return place
        ? new LocatedName(name.start(), name.end(), NameType.LOCATION, name.whole())
        : name;
  }

  private boolean landscape(LocatedName name) {
    String before = before(name);
    return ARTICLE.matcher(before).find()
        && places.landscape(text.substring(name.start(), name.end()))
        && !OF_A_MAGAZINE.matcher(before).find()
        && !OF_A_FIRM.matcher(behind(name)).find();
  }

  /**
   * Whether a name of one word that was found as a person is rather a town. Only a word that occurs
   * in no other name of the text can be a town.
   */
  private boolean town(LocatedName name) {
    String word = text.substring(name.start(), name.end());
    String before = before(name);
    return words.getOrDefault(word, 0) == 1
        && WHERE.matcher(before).find()
        && places.town(word)
        && !(before.endsWith("from ") && firstNames.test(word))
        && !FROM_A_PERSON.matcher(before).find()
        && !POSSESSIVE.matcher(behind(name)).find();
  }

  private String before(LocatedName name) {
    return text.substring(Math.max(0, name.start() - BEFORE), name.start());
  }

  private String behind(LocatedName name) {
    return text.substring(name.end(), Math.min(text.length(), name.end() + BEHIND));
  }
}
