package io.keeling.enrich.places;

import io.keeling.contract.enriched.NameType;
import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.gazetteer.PlaceGazetteer;
import io.keeling.enrich.names.LocatedName;
import io.keeling.models.files.WordSections;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the places in English text that the tagger missed or took for organisations, where the
 * words around them leave no doubt: countries by name, and regions and large cities after "in" and
 * the like.
 */
final class PlaceSpotter {

  private static final WordSections WORDS = new WordSections(PlaceSpotter.class);

  /** Population from which a city is found without the tagger. */
  private static final long LARGE = 50_000;

  /**
   * Length of text read before a name for the word that makes it a place, in UTF-16 code units: a
   * word or two.
   */
  private static final int BEFORE = 24;

  private static final Pattern PLACED =
      Pattern.compile(
          "(?:(?<![\\p{L}\\p{M}\\p{Nd}_])(?i:in|near|outside|across|throughout|from)|, \\d{2},"
              + " of)\\s+(?:the )?$");

  /** Words before a country's name, whether the country is meant as a place or as a power. */
  private static final Pattern TOWARDS =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{Nd}_])(?:against|with|between|toward|towards|on|to)\\s+(?:the )?$");

  /** The rest of a word after its first letter, of bounded length. */
  private static final String REST = "[\\p{L}-]{1,40}";

  private static final Pattern BEHIND_PREPOSITION =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{Nd}_])(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]cross|[Tt]hroughout|[Ff]rom)\\s+"
              + "(\\p{Lu}"
              + REST
              + "(?: \\p{Lu}"
              + REST
              + "){0,2})");

  private static final String PEOPLE_OF =
      " (?:man|woman|men|women|teenager|teen|residents?|native|mayor|council|police|suburb)\\b";

  private static final Pattern PLACING = Pattern.compile("^" + PEOPLE_OF);

  private static final Pattern LONGER_NAME =
      Pattern.compile(
          "(?:\\p{Lu}[\\p{L}.]{0,24}|\\p{Lu}\\S{0,24} (?:of|for|and|in)(?: the)?)[ -]\\z");

  private static final Pattern BEFORE_PEOPLE =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{Nd}_])(\\p{Lu}"
              + REST
              + "(?: \\p{Lu}"
              + REST
              + "){0,2})"
              + PEOPLE_OF);

  /** Countries and cities that are also names of people. */
  private static final Set<String> PEOPLE = WORDS.set("people");

  private final PlaceGazetteer gazetteer;
  private final CountryScanner scanner;

  PlaceSpotter(PlaceGazetteer gazetteer, CountryScanner scanner) {
    this.gazetteer = gazetteer;
    this.scanner = scanner;
  }

  /** Whether the words around a known name show that it is a place. */
  boolean placed(String text, int start, int end) {
    String before = text.substring(Math.max(0, start - BEFORE), start);
    return known(text.substring(start, end))
        && !goesOn(text, end)
        && ((country(text.substring(start, end)) && TOWARDS.matcher(before).find())
            || PLACED.matcher(before).find()
            || PLACING.matcher(text.substring(end, Math.min(text.length(), end + BEFORE))).find());
  }

  /** The places that overlap none of the names found. */
  List<LocatedName> passedOver(String text, List<LocatedName> found) {
    TreeMap<Integer, Integer> taken = new TreeMap<>();
    found.forEach(n -> taken.merge(n.start(), n.end(), Math::max));
    List<LocatedName> spotted = new ArrayList<>();
    for (CountryMention mention : scanner.scan(text)) {
      String name = text.substring(mention.start(), mention.end());
      if (!mention.demonym()
          && country(name)
          && !PEOPLE.contains(name)
          && !goesOn(text, mention.end())
          && !comesFrom(text, mention.start())) {
        add(mention.start(), mention.end(), taken, spotted);
      }
    }
    for (Pattern pattern : List.of(BEHIND_PREPOSITION, BEFORE_PEOPLE)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        if (known(matcher.group(1)) && !goesOn(text, matcher.end(1))) {
          add(matcher.start(1), matcher.end(1), taken, spotted);
        }
      }
    }
    return spotted;
  }

  private static void add(
      int start, int end, TreeMap<Integer, Integer> taken, List<LocatedName> spotted) {
    var before = taken.floorEntry(end - 1);
    if (before == null || before.getValue() <= start) {
      taken.put(start, end);
      spotted.add(new LocatedName(start, end, NameType.LOCATION));
    }
  }

  private boolean country(String name) {
    return PlaceContext.clear(gazetteer.find(name))
        .filter(p -> p.kind() == Place.Kind.COUNTRY)
        .isPresent();
  }

  /** Whether a name is a country's, a region's or a large city's, and no person's. */
  private boolean known(String name) {
    List<Place> places = gazetteer.find(name);
    Optional<Place> clear = PlaceContext.clear(places);
    return !PEOPLE.contains(name)
        && !gazetteer.area(name)
        && (clear.filter(Place::large).isPresent()
            || places.stream()
                .filter(p -> p.kind() == Place.Kind.CITY)
                .max(Comparator.comparingLong(Place::population))
                .filter(p -> p.population() >= LARGE)
                .isPresent());
  }

  /** Whether a longer name continues here: "Oxford Street". */
  private static boolean goesOn(String text, int end) {
    return end + 1 < text.length()
        && (text.charAt(end) == ' ' || text.charAt(end) == '-')
        && Character.isUpperCase(text.codePointAt(end + 1));
  }

  /** Whether the name is the end of a longer one: "Team India", "Bank of America". */
  private static boolean comesFrom(String text, int start) {
    String before = text.substring(Math.max(0, start - BEFORE), start);
    return LONGER_NAME.matcher(before).find();
  }
}
