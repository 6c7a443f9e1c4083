package io.keeling.models.lexical;

import io.keeling.models.files.WordSections;
import io.keeling.models.names.EntityType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drops or shortens false names in a language without a model: words in capitals for emphasis,
 * nouns after a word that is also a first name ("Nasser Schnee"), nouns with the ending of a place
 * ("Arbeitsplatz", "Portal"). For one document and one thread. Each rule corrects errors seen on
 * real pages. docs/studies/names-in-other-languages.md shows what the rules cost.
 */
final class FalseNameFilter {

  private static final WordSections WORDS = new WordSections(FalseNameFilter.class);

  /** Shortest word in capitals that counts as emphasis rather than an abbreviation, in letters. */
  private static final int SHOUTED = 4;

  /** Endings that German nouns have but surnames do not. */
  private static final Set<String> NOUNS = WORDS.set("nouns");

  /**
   * Endings of German nouns that no surname of {@link #LONG} letters or more has. Shorter surnames
   * may have these endings: "Hartung".
   */
  private static final Set<String> LONG_NOUNS = Set.of("ung", "ungen");

  /** Minimum length, in letters, at which a word in -ung cannot be a surname. */
  private static final int LONG = 9;

  /** Endings of German nouns that are not places, although some places have these endings too. */
  private static final Set<String> NO_PLACES = WORDS.set("no-places");

  /** Last words of English terms that look like a person's name: "Green Deal". */
  private static final Set<String> THINGS = WORDS.set("things");

  /** Words that follow a name in contact and credit lines. */
  private static final Set<String> CONTACT = WORDS.set("contact");

  /** German words that are also first names somewhere. */
  private static final Set<String> WORDY = WORDS.set("wordy");

  /** Contractions of a preposition and an article, which precede nouns as articles do. */
  private static final Set<String> CONTRACTED = WORDS.set("contracted");

  /** Words that are not part of a name and show that it has ended: "Romy zur Zusammenarbeit". */
  private static final Set<String> GOING_ON = Set.of("zur", "zum", "vom", "beim", "zu");

  /** Heads that are usually not organisations if a genitive follows: "Welt der Drucker". */
  private static final Set<String> LOOSE_HEADS =
      Set.of("Welt", "Zentrum", "Quadrat", "Reorganisation", "Datenbank", "Wohnverbundes");

  private static final Set<String> VON = Set.of("von", "vom", "der");

  /**
   * Maximum number of words of a person's name from which a leading noun and "von" are not removed:
   * "Tod von Anna Muster" has more.
   */
  private static final int VON_SOMEBODY = 3;

  /** Abbreviations at the beginning of German clubs' names. */
  private static final Set<String> CLUBS =
      words("SpVgg SpVg TSV FSV VfB VfL VfR SSV TuS SC FC SV KFC BSV ASV ESV MTV TSG FK DJK");

  /** Endings of German nouns that never name organisations. */
  private static final Set<String> NO_BODIES =
      Set.of("heit", "heiten", "keit", "keiten", "ismus", "Ehrenamt", "Hauptamt");

  /** Minimum number of digits that make a word a number or code. */
  private static final int DIGITS = 3;

  private static final String CENTRE_FOR = "Zentrum für ";

  private static final Set<String> LOOSE_JOIN = Set.of("der", "des", "für");

  /** Words before the currency of an amount. */
  private static final Set<String> AMOUNTS =
      words("Schweizer Millionen Milliarden Mio Mio. Mrd Mrd. tausend hundert paar viele");

  private final NameLexicon lexicon;
  private final DocumentMemory memory;
  private final Map<String, Integer> capitals = new HashMap<>();
  private final Set<String> nouns = new HashSet<>();
  private final Set<String> nobody = new HashSet<>();
  private boolean money;

  FalseNameFilter(List<LexicalSentence> lines, NameLexicon lexicon, DocumentMemory memory) {
    this.lexicon = lexicon;
    this.memory = memory;
    for (LexicalSentence line : lines) {
      for (int i = 0; i < line.size(); i++) {
        LexicalToken unit = line.unit(i);
        if (unit.capital()) {
          capitals.merge(unit.text(), 1, Integer::sum);
          String before = line.text(i - 1).toLowerCase(Locale.ROOT);
          if (lexicon.capitalisesNouns()
              && (lexicon.articles.contains(before) || CONTRACTED.contains(before))) {
            nouns.add(unit.text());
          }
          money |= unit.text().equals("Franken") && isAmount(line.text(i - 1));
        }
      }
    }
  }

  private static boolean isNoun(String word) {
    return endsAs(word.toLowerCase(Locale.ROOT), NOUNS)
        || (word.length() >= LONG && endsAs(word, LONG_NOUNS));
  }

  private static boolean endsAs(String word, Set<String> endings) {
    return endings.stream().anyMatch(word::endsWith);
  }

  private static boolean isAmount(String word) {
    return AMOUNTS.contains(word) || (!word.isEmpty() && Character.isDigit(word.charAt(0)));
  }

  private static Set<String> words(String apart) {
    return Set.of(apart.split(" "));
  }

  /** Returns the name, or the part of it that is a name; null if no part is. */
  @Nullable LexicalName mended(LexicalSentence line, LexicalName name) {
    return switch (name.type()) {
      case PERSON -> person(line, name);
      case LOCATION -> isNoPlace(line, name) ? null : name;
      case ORGANIZATION -> isNoBody(line, name) ? null : name;
    };
  }

  private @Nullable LexicalName person(LexicalSentence line, LexicalName name) {
    int start = name.start();
    int end = name.end();
    boolean german = lexicon.capitalisesNouns();
    if (german && end - start > 1 && CLUBS.contains(line.text(start))) {
      nobody.add(line.text(end - 1));
      return new LexicalName(start, end, EntityType.ORGANIZATION, name.score());
    }
    if (german
        && end - start > VON_SOMEBODY
        && WORDY.contains(line.text(start))
        && VON.contains(line.text(start + 1))
        && lexicon.labels(line.text(start + 2)).indexOf('F') >= 0) {
      start += 2; // keeps the name in "Tod von Anna Muster"
    }
    for (int i = start + 1; i < end; i++) {
      if (GOING_ON.contains(line.text(i)) && !line.text(i + 1).equals("Lippe")) {
        end = i;
      } else if (i > start + 1 && line.text(i).equals("von") && isNoSurname(line.text(end - 1))) {
        end = i;
      }
    }
    while (end > start && CONTACT.contains(line.text(end - 1))) {
      end--;
    }
    if (end - start > 2 && line.unit(end - 2).capital() && isNoSurname(line.text(end - 1))) {
      end--;
    }
    while (german
        && end > start
        && (isInitial(line.text(start)) || line.text(start).equals("."))
        && (end - start == 1 || isAbbreviated(line, start))) {
      start++; // skips the B of "z. B. Angst"
    }
    if (start > name.start() && end - start <= 1) {
      return null;
    }
    boolean cut = end < name.end();
    if (cut) {
      nobody.add(line.text(name.end() - 1));
    }
    if (end == start || isThing(line, start, end)) {
      nobody.add(line.text(name.end() - 1));
      return null;
    }
    return cut && end - start == 1 ? null : new LexicalName(start, end, name.type(), name.score());
  }

  /**
   * Whether this name is a single word that was taken for a surname only because of a name that
   * this filter has shortened or dropped. To be called when all names have been filtered.
   */
  boolean isNobody(LexicalSentence line, LexicalName name) {
    return name.type() == EntityType.PERSON
        && name.end() - name.start() == 1
        && nobody.contains(line.text(name.start()));
  }

  /** Whether a word is one letter, with or without a dot. */
  private static boolean isInitial(String word) {
    return word.codePoints().filter(Character::isLetter).count() == 1 && word.length() <= 2;
  }

  /** Whether an initial in lower case precedes a word: the "z." of "z. B.". */
  private static boolean isAbbreviated(LexicalSentence line, int at) {
    int last = line.text(at - 1).equals(".") ? at - 2 : at - 1;
    String word = line.text(last);
    return isInitial(word) && Character.isLowerCase(word.charAt(0));
  }

  private boolean isThing(LexicalSentence line, int start, int end) {
    String last = line.text(end - 1);
    if (lexicon.capitalisesNouns()
        && WORDY.contains(line.text(start))
        && VON.contains(line.text(start + 1))) {
      return true; // a noun with "von" and a town
    }
    boolean letters = false;
    for (int i = start; i < end; i++) {
      letters |= line.text(i).codePoints().filter(Character::isLetter).count() > 1;
    }
    if (!letters) {
      return true;
    }
    if (last.chars().anyMatch(Character::isDigit) && !memory.surname(last)) {
      return true;
    }
    if (end - start == 1) {
      return CONTACT.contains(last) || THINGS.contains(last);
    }
    if (THINGS.contains(last)) {
      return true;
    }
    String first = line.text(start);
    return lexicon.capitalisesNouns()
        && (isNoun(last)
            || ((WORDY.contains(first) || memory.ordinary(first)) && isNoSurname(last)));
  }

  /** Whether a word is an ordinary noun, because it follows an article or has a noun's ending. */
  private boolean isNoSurname(String word) {
    return lexicon.capitalisesNouns()
        && lexicon.labels(word).indexOf('F') < 0
        && (nouns.contains(word) || lexicon.notNames.contains(word) || isNoun(word));
  }

  private boolean isNoPlace(LexicalSentence line, LexicalName name) {
    String text = line.text(name.start(), name.end());
    if (name.end() - name.start() > 1) {
      return false;
    }
    if (money && text.equals("Franken")) {
      return true;
    }
    String before = line.text(name.start() - 1).toLowerCase(Locale.ROOT);
    boolean article = lexicon.articles.contains(before);
    if (lexicon.functions.contains(text)) {
      return !article;
    }
    if (!lexicon.capitalisesNouns()) {
      return false;
    }
    String labels = lexicon.labels(text);
    if (labels.indexOf('C') >= 0 && labels.indexOf('L') < 0) {
      return article || CONTRACTED.contains(before); // German cities have no article
    }
    return endsAs(text.toLowerCase(Locale.ROOT), NO_PLACES)
        || (labels.isEmpty()
            && !lexicon.placeTails.has(text)
            && (isNoun(text) || nouns.contains(text)));
  }

  private boolean isNoBody(LexicalSentence line, LexicalName name) {
    String text = line.text(name.start(), name.end());
    if (text.codePoints().filter(Character::isLetter).count() < 2) {
      return true;
    }
    if (lexicon.capitalisesNouns()
        && lexicon.labels(text).isEmpty()
        && (endsAs(text, NO_BODIES) || endsAs(line.text(name.start()), NO_BODIES))) {
      return true;
    }
    if (name.end() - name.start() > 1) {
      return lexicon.capitalisesNouns()
          && LOOSE_HEADS.contains(line.text(name.start()))
          && LOOSE_JOIN.contains(line.text(name.start() + 1))
          && !text.startsWith(CENTRE_FOR)
          && lexicon.labels(text).isEmpty();
    }
    return isShouted(line, name.start(), text)
        || text.chars().filter(Character::isDigit).count() >= DIGITS;
  }

  /** Whether a word is in capitals only for emphasis: "ALLEN", "GRATIS". */
  private boolean isShouted(LexicalSentence line, int at, String text) {
    if (text.length() < 2
        || !text.equals(text.toUpperCase(Locale.ROOT))
        || !lexicon.labels(text).isEmpty()
        || lexicon.labels(NameLexicon.titled(text)).indexOf('O') >= 0) {
      return false;
    }
    if (lexicon.capitalisesNouns() && lexicon.functions.contains(NameLexicon.titled(text))) {
      return true;
    }
    boolean letters = text.chars().allMatch(Character::isLetter);
    boolean told =
        line.text(at - 1).equals("(")
            || lexicon.articles.contains(line.text(at - 1).toLowerCase(Locale.ROOT))
            || CONTRACTED.contains(line.text(at - 1))
            || lexicon.organisationHeads.has(line.text(at - 1))
            || capitals.getOrDefault(text, 0) > 1;
    boolean word = memory.ordinary(text) || nouns.contains(NameLexicon.titled(text));
    return letters
        && text.length() >= (lexicon.capitalisesNouns() ? SHOUTED : SHOUTED + 1)
        && (word || !told);
  }
}
