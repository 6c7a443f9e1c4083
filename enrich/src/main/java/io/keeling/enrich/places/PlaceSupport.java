package io.keeling.enrich.places;

import io.keeling.contract.enriched.Mention;
import io.keeling.models.files.WordSections;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether the words around a name say that it is a place. Without them a town is often a
 * word, a firm or somebody: "Boden" is soil in German, "Santa Fe" a car, "Phoenix" a child.
 */
final class PlaceSupport {

  private static final WordSections WORDS = new WordSections(PlaceSupport.class);

  /** How much of the text before a name is looked at, in UTF-16 code units. */
  private static final int BEFORE = 40;

  /** And behind it: as much as a dateline has. */
  private static final int BEHIND = 50;

  /** Countries that are people's names or words as well: Maurice is the French of Mauritius. */
  private static final Set<String> COUNTRIES = WORDS.set("countries");

  /** Large cities that people, things and books are called. */
  private static final Set<String> CITIES = WORDS.set("cities");

  /** What Turkey is eaten with. */
  private static final Pattern DINNER =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{Nd}])turkeys?(?![\\p{L}\\p{M}\\p{Nd}])"
              + "|Turkey (?:and|with|in) (?:gravy|cranberr|stuffing|all the)");

  private static final String WORD = "(?<![\\p{L}\\p{M}\\p{Nd}_-])";

  /** What makes a place of the name behind it, by language. */
  private static final Map<String, Pattern> BEFORE_IT =
      Map.of(
          "en",
          before(
              "(?:in|near|outside|inside|from|across|throughout|around|into|via|through|towards?"
                  + "|to|between|downtown|central|visit(?:s|ed|ing)?|leaving|left"
                  + "|reach(?:es|ed)?|(?:north|south|east|west)(?:ern)?(?:ern)?(?: of)?"
                  + "|capital)(?: the)?|of"),
          "de",
          before(
              "(?:in|aus|nach|bei|um|über|Richtung|Raum|(?:Land)?[Kk]reis|(?:Landeshaupt|Welt|Klein)?[Ss]tadt|Gemeinde|Ort"
                  + "|Region|Großraum|Hafen|Flughafen|zwischen|nahe|bis|an|Hauptstadt"
                  + "|(?:[Ss]tadt|[Bb]ürgermeister(?:in)?|[Bb]ewohner|[Ee]inwohner|[Rr]egion|[Bb]ischof)"
                  + " von)"),
          "fr",
          before(
              "(?:à|vers|près de|en|depuis|entre|(?:ville|maire|capitale|région|province|commune"
                  + "|port|habitants|université|préfecture|gare|aéroport) de)"),
          "es",
          before(
              "(?:en|desde|hasta|hacia|cerca"
                  + " de|entre|(?:ciudad|alcaldes?a?|capital|provincia|región|puerto|municipio|universidad|habitantes|pueblo|localidad)"
                  + " de)"),
          "it",
          before(
              "(?:a|ad|in|verso|vicino a|presso|tra|(?:città|sindac[oa]|capitale|provincia|regione"
                  + "|porto|comune|università|procura|tribunale|abitanti) di)"),
          "pt",
          before(
              "(?:em|até|para|perto de|entre|(?:cidade|prefeit[oa]|capital|província|região|porto"
                  + "|município|universidade|distrito|concelho|moradores) d[eo])"),
          "nl",
          before(
              "(?:in|te|uit|naar|bij|rond|nabij|richting|tussen|(?:gemeente|stad|provincie"
                  + "|burgemeester|universiteit|haven|inwoners|rechtbank)(?: van)?)"));

  /** What stands behind a place. */
  private static final Pattern BEHIND_IT =
      Pattern.compile(
          "^(?:-(?:based|born|area)\\b|['’]s\\b|(?:['’]s?)?\\s(?:area|suburbs?|airport|residents?"
              + "|natives?|police|mayor|council|district|county|region|province|state|metro"
              + "|harbou?r|port|government|parliament|coast|officials|offices?|branch|plant|factory"
              + "|court|university|hospital|campus|stadium|station|market|prison|man|woman"
              + "|teenager|family|schools?)\\b)");

  /** What follows the place at the beginning of a line: "LIMA, May 4 (Agency) -". */
  private static final Pattern DATELINE =
      Pattern.compile("^(?:/\\p{L}+)?(?:,[^\\n(–—-]{0,40})?\\s?(?:\\(|[–—]|-\\s|\\.-)");

  /** Articles that towns do not have, by language. */
  private static final Map<String, Pattern> ARTICLES =
      Map.of(
          "en", before("the|an?"),
          "de", before("das|eine?[mnrs]?|dem|des|vom|im|ins"));

  private static final Pattern NO_ARTICLE = Pattern.compile("(?!)");

  private static final Pattern NAME_BEFORE =
      Pattern.compile("(?<![\\p{L}\\p{M}\\p{Nd}.-])\\p{Lu}\\p{Ll}{1,30} $");

  private static final Pattern NAME_BEHIND = Pattern.compile(" \\p{Lu}\\p{Ll}");

  private PlaceSupport() {}

  private static Pattern before(String words) {
    return Pattern.compile(
        WORD + "(?:" + words + ")\\s+$",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /** Whether a country's name is rather a word or somebody in a text, unless more is said. */
  static boolean doubtfulCountry(String name, String text) {
    return COUNTRIES.contains(name) || (name.equals("Turkey") && DINNER.matcher(text).find());
  }

  /** Whether a large city's name is, likewise. */
  static boolean doubtfulCity(String name) {
    return CITIES.contains(name);
  }

  /** Whether a mention is placed by a preposition, by what stands behind it, or as a dateline. */
  static boolean given(String text, String language, Mention mention) {
    String before = text.substring(Math.max(0, mention.start() - BEFORE), mention.start());
    String behind = text.substring(mention.end(), Math.min(text.length(), mention.end() + BEHIND));
    Pattern placing = BEFORE_IT.get(language);
    if (placing == null || goesOn(behind)) {
      return placing == null;
    }
    boolean begins = before.isEmpty() || before.endsWith("\n");
    return placing.matcher(before).find()
        || BEHIND_IT.matcher(behind).find()
        || (begins && DATELINE.matcher(behind).find());
  }

  /** Whether a mention stands as things do: behind an article, or as the beginning of a name. */
  static boolean asThing(String text, String language, Mention mention) {
    String before = text.substring(Math.max(0, mention.start() - BEFORE), mention.start());
    String behind = text.substring(mention.end(), Math.min(text.length(), mention.end() + BEHIND));
    return goesOn(behind)
        || (ARTICLES.getOrDefault(language, NO_ARTICLE).matcher(before).find()
            && !BEHIND_IT.matcher(behind).find());
  }

  /** Whether a mention stands within a longer name: "Wilson Madeira Filho". */
  static boolean within(String text, Mention mention) {
    String before = text.substring(Math.max(0, mention.start() - BEFORE), mention.start());
    String behind = text.substring(mention.end(), Math.min(text.length(), mention.end() + BEHIND));
    return NAME_BEFORE.matcher(before).find() && NAME_BEHIND.matcher(behind).lookingAt();
  }

  /** Whether the name is the beginning of a longer one: "Alexandria Hart", "Kano Y et al.". */
  private static boolean goesOn(String behind) {
    return behind.length() > 1
        && (behind.charAt(0) == ' ' || behind.charAt(0) == '-')
        && Character.isUpperCase(behind.codePointAt(1));
  }
}
