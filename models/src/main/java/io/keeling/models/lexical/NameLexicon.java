package io.keeling.models.lexical;

import io.keeling.models.files.WordSections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names of one language, and words that occur next to names, in lists. Loaded once. Immutable
 * and thread-safe. training/README.md has the sources and licences.
 */
public final class NameLexicon {

  private static final WordSections WORDS = new WordSections(NameLexicon.class);

  /** ISO 639-1 codes of the languages with a lexicon. */
  public static final Set<String> LANGUAGES = Set.of("de", "fr", "es", "it", "pt", "nl");

  /** English words for organisations that other languages use in names. */
  private static final Set<String> ENGLISH_HEADS = WORDS.set("english-heads");

  private static final Map<String, NameLexicon> LOADED = new ConcurrentHashMap<>();

  private final String language;
  private final NameList own = new NameList();
  private final NameList places;
  final CueWords titles;
  final CueWords verbs;
  final CueWords organisationHeads;
  final CueWords organisationBeginnings;
  final CueWords placeTails;
  final Set<String> placePrepositions;
  final Set<String> placeHeads;
  final Set<String> placeHeadsInside;
  final Set<String> legalForms;
  final Set<String> personConnectors;
  final Set<String> nameConnectors;
  final CueWords adjectives;
  final Set<String> functions;
  final Set<String> notNames;
  final Set<String> articles;
  final CueWords organisationsBefore;

  private NameLexicon(String language) {
    this.language = language;
    WordSections cues = new WordSections(NameLexicon.class, "cues-" + language + ".txt");
    places = NameList.read("names-" + language + ".tsv.gz");
    cues.words("places").forEach(name -> own.add(name, "L"));
    cues.words("organisations").forEach(name -> own.add(name, "O"));
    titles = new CueWords(cues.words("titles"));
    verbs = new CueWords(cues.words("verbs"));
    organisationHeads = new CueWords(cues.words("org-heads"));
    organisationBeginnings = new CueWords(cues.words("org-alone"));
    placeTails = new CueWords(cues.words("place-tails"));
    placePrepositions = Set.copyOf(cues.words("place-prepositions"));
    placeHeads = Set.copyOf(cues.words("place-heads"));
    placeHeadsInside = Set.copyOf(cues.words("place-heads-inside"));
    legalForms = Set.copyOf(cues.words("legal-forms"));
    personConnectors = Set.copyOf(cues.words("person-connectors"));
    nameConnectors = Set.copyOf(cues.words("name-connectors"));
    adjectives = new CueWords(cues.words("adjective-suffixes").stream().map(s -> "*" + s).toList());
    functions = Set.copyOf(cues.words("functions"));
    notNames = Set.copyOf(cues.words("not-names"));
    organisationsBefore = new CueWords(cues.words("org-before"));
    articles = Set.copyOf(cues.words("articles"));
  }

  /**
   * Returns the lexicon of a language.
   *
   * @param language one of {@link #LANGUAGES}
   */
  public static NameLexicon of(String language) {
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException("no lexicon of names for " + language);
    }
    return LOADED.computeIfAbsent(language, NameLexicon::new);
  }

  /** Returns the ISO 639-1 code of the language. */
  String language() {
    return language;
  }

  /** Whether a word is a title before people's names, also in the German genitive or dative. */
  boolean title(String word) {
    return titles.has(word)
        || titles.endingOf(word)
        || (capitalisesNouns()
            && word.length() > 4
            && (word.endsWith("s") || word.endsWith("n"))
            && titles.has(word.substring(0, word.length() - 1)));
  }

  /** Whether the language writes every noun with a capital. */
  boolean capitalisesNouns() {
    return language.equals("de");
  }

  /** Whether names of organisations continue in lower case after their first word. */
  boolean smallNouns() {
    return language.equals("fr") || language.equals("it");
  }

  /** Whether compounds are written as one word, with the head at the end. */
  boolean compounds() {
    return language.equals("de") || language.equals("nl");
  }

  /** Whether a word is part of English names of organisations. */
  static boolean englishHead(String word) {
    return ENGLISH_HEADS.contains(word);
  }

  /** Returns the labels of {@link NameList} for a name, also for a German or Dutch genitive. */
  String labels(String name) {
    String exact = exact(name);
    return exact.isEmpty() && compounds() && name.length() > 4 && name.endsWith("s")
        ? exact(name.substring(0, name.length() - 1)).replace("F", "")
        : exact;
  }

  /** Whether a name is the genitive (without an apostrophe) of a listed name. */
  public boolean genitive(String name) {
    return exact(name).isEmpty() && !labels(name).isEmpty();
  }

  private String exact(String name) {
    String found = own.of(name);
    if (found.isEmpty()) {
      found = places.of(name);
    }
    String any = Any.NAMES.of(name);
    return found.isEmpty() ? any : any.indexOf('F') >= 0 ? found + "F" : found;
  }

  /** Returns a word in capitals in usual case: "Rio de Janeiro" for "RIO DE JANEIRO". */
  static String titled(String word) {
    StringBuilder titled = new StringBuilder();
    boolean start = true;
    for (int i = 0; i < word.length(); i++) {
      String letter = word.substring(i, i + 1);
      titled.append(start ? letter : letter.toLowerCase(Locale.ROOT));
      start = word.charAt(i) == '-' || word.charAt(i) == ' ';
    }
    return titled.toString();
  }

  /** Names used for all languages, loaded on first use. */
  private static final class Any {
    static final NameList NAMES = NameList.read("names-any.tsv.gz");
  }
}
