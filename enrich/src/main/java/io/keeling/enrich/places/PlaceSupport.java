package io.keeling.enrich.places;

import io.keeling.contract.enriched.Mention;
import io.keeling.models.files.WordSections;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether the words around a name show that it is a place. Without such words a town's name
 * is often a word, a firm or a person: "Boden" is soil in German, "Santa Fe" a car, "Phoenix" a
 * child.
 */
final class PlaceSupport {

  private static final WordSections WORDS = new WordSections(PlaceSupport.class);

  /** Length of text read before a name, in UTF-16 code units. */
  private static final int BEFORE = 40;

  /** Length of text read after a name, in UTF-16 code units: enough for a dateline. */
  private static final int BEHIND = 50;

  /** Countries that are also people's names or words: Maurice is the French name of Mauritius. */
  private static final Set<String> COUNTRIES = WORDS.set("countries");

  /** Large cities whose names people, things and books have too. */
  private static final Set<String> CITIES = WORDS.set("cities");

  /** Phrases in which turkey is food. */
  private static final Pattern DINNER =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{Nd}])turkeys?(?![\\p{L}\\p{M}\\p{Nd}])"
              + "|Turkey (?:and|with|in) (?:gravy|cranberr|stuffing|all the)");

  private static final String WORD = "(?<![\\p{L}\\p{M}\\p{Nd}_-])";

  /** Words before a name that show a place, by language. */
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

  /** Words after a name that show a place. */
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

  /** Articles that do not precede the names of towns, by language. */
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

  /**
   * Whether a country's name probably means a word or a person, unless words around it show a
   * place.
   */
  static boolean doubtfulCountry(String name, String text) {
    return COUNTRIES.contains(name) || (name.equals("Turkey") && DINNER.matcher(text).find());
  }

  /**
   * Whether a large city's name probably means a word or a person, unless words around it show a
   * place.
   */
  static boolean doubtfulCity(String name) {
    return CITIES.contains(name);
  }

  /** Whether a preposition, the words after it or a dateline shows that a mention is a place. */
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

  /** Whether a mention is used like a thing: it follows an article, or begins a longer name. */
  static boolean asThing(String text, String language, Mention mention) {
    String before = text.substring(Math.max(0, mention.start() - BEFORE), mention.start());
    String behind = text.substring(mention.end(), Math.min(text.length(), mention.end() + BEHIND));
    return goesOn(behind)
        || (ARTICLES.getOrDefault(language, NO_ARTICLE).matcher(before).find()
            && !BEHIND_IT.matcher(behind).find());
  }

  /** Whether a mention is part of a longer name: "Wilson Madeira Filho". */
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
