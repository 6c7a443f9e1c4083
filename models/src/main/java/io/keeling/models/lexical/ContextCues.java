package io.keeling.models.lexical;

import java.util.Set;

/**
 * Evidence from the words in and around a stretch of a line. Immutable, for one line. The lengths
 * were chosen on the development halves of {@code training/eval/names-*.tsv}.
 */
final class ContextCues {

  /**
   * Maximum distance of a title before an apposition, in words: "la ministra de Medio Ambiente,
   * X,".
   */
  private static final int APPOSITION = 9;

  /** Endings of infinitives in French, Spanish, Portuguese and Italian. */
  private static final Set<String> INFINITIVES = Set.of("er", "ir", "re");

  /** Shortest noun that may end an organisation's name, in letters. */
  private static final int COMPLEMENT = 5;

  /** Shortest compound that is a name by itself, in letters; "Bundesverband" is shorter. */
  private static final int GENERIC = 15;

  private static final Set<String> QUOTES = Set.of("\"", "«", "»", "„", "“", "”", "‘", "’", "'");
  private static final Set<String> ENGLISH_CONNECTORS = Set.of("of", "the", "and", "for", "in");

  private final LexicalSentence line;
  private final NameLexicon lexicon;

  ContextCues(LexicalSentence line, NameLexicon lexicon) {
    this.line = line;
    this.lexicon = lexicon;
  }

  /** Whether the name of an organisation or place may begin with this word in lower case. */
  boolean smallHead(int i) {
    LexicalToken unit = line.unit(i);
    return Character.isLowerCase(unit.text().codePointAt(0))
        && !lexicon.compounds()
        && (lexicon.organisationHeads.has(unit.text())
            || lexicon.placeHeadsInside.contains(unit.text()));
  }

  /** Whether a name may begin with this word in lower case, as in "al-Senussi". */
  boolean smallParticle(int i) {
    String text = line.unit(i).text();
    return text.startsWith("al-") && text.length() > 3 && Character.isUpperCase(text.charAt(3));
  }

  /** Whether a small word joins the parts of names: "von", "für", "de la". */
  boolean connects(int i) {
    String text = line.text(i).replace('\u2019', '\'');
    return lexicon.personConnectors.contains(text)
        || lexicon.nameConnectors.contains(text)
        || ENGLISH_CONNECTORS.contains(text);
  }

  /** Whether a word in lower case is an adjective by its ending, in languages without compounds. */
  boolean adjective(int i) {
    String text = line.text(i);
    return !lexicon.compounds()
        && text.length() > 3
        && Character.isLowerCase(text.codePointAt(0))
        && lexicon.adjectives.has(text);
  }

  int capitals(int start, int end) {
    int capitals = 0;
    for (int i = start; i < end; i++) {
      capitals += line.unit(i).capital() ? 1 : 0;
    }
    return capitals;
  }

  boolean titleBefore(int start) {
    return start > 0 && lexicon.title(line.text(start - 1));
  }

  /**
   * Whether a comma precedes the stretch, and a title precedes that comma by a few words. In
   * languages other than German, a colon before or a comma after the stretch suffices.
   */
  boolean apposition(int start, int end) {
    if (!line.text(start - 1).equals(",")) {
      return !lexicon.capitalisesNouns()
          && (line.text(start - 1).equals(":") || line.text(end).equals(","));
    }
    for (int i = start - 2; i >= Math.max(0, start - APPOSITION); i--) {
      if (lexicon.title(line.text(i))) {
        return true;
      }
    }
    return false;
  }

  boolean verbBeside(int start, int end) {
    return lexicon.verbs.has(line.text(end)) || lexicon.verbs.has(line.text(start - 1));
  }

  boolean articleBefore(int start) {
    return lexicon.articles.contains(line.text(start - 1));
  }

  boolean headInside(int start, int end) {
    for (int i = start; i < end; i++) {
      if (lexicon.organisationHeads.has(line.text(i))) {
        return true;
      }
    }
    return false;
  }

  boolean acronymInside(int start, int end) {
    for (int i = start; i < end; i++) {
      if (line.unit(i).acronym() && !line.capitals()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the weight of a word such as "agency" or "institute" within the stretch. */
  double headed(int start, int end) {
    if (lexicon.compounds()) {
      return headedCompound(start, end);
    }
    if (!lexicon.organisationHeads.has(line.text(start))) {
      boolean led = line.unit(start).acronym() && capitals(start, end) == end - start;
      return led ? 2.6 : 0;
    }
    int further = capitals(start + 1, end);
    if (lexicon.labels(line.text(start)).indexOf('O') >= 0
        && lexicon.labels(line.text(start + 1)).indexOf('F') >= 0) {
      return 0;
    }
    boolean place = lexicon.labels(line.text(end - 1)).chars().anyMatch(c -> c == 'L' || c == 'C');
    return 3
        + 0.9 * Math.min(further, 4)
        + 0.3 * adjectives(start + 1, end)
        + (complement(start, end) ? 0.9 : 0)
        + (place && further > 0 ? 2 : 0);
  }

  /**
   * Whether a capitalised head is followed by a noun in lower case that belongs to it: "Banque
   * européenne d'investissement". An infinitive does not belong to it: "Commission européenne de
   * vouloir".
   */
  private boolean complement(int start, int end) {
    String noun = line.text(end - 1);
    return end - start >= 3
        && lexicon.smallNouns()
        && line.unit(start).capital()
        && lexicon.organisationHeads.has(line.text(start))
        && connects(end - 2)
        && noun.length() >= COMPLEMENT
        && Character.isLowerCase(noun.codePointAt(0))
        && noun.codePoints().allMatch(Character::isLetter)
        && INFINITIVES.stream().noneMatch(noun::endsWith);
  }

  private int adjectives(int start, int end) {
    int adjectives = 0;
    for (int i = start; i < end; i++) {
      adjectives += adjective(i) ? 1 : 0;
    }
    return adjectives;
  }

  private double headedCompound(int start, int end) {
    int head = start;
    while (head < end && !lexicon.organisationHeads.has(line.text(head))) {
      head++;
    }
    if (head == end) {
      boolean place = end - start == 2 && place(end - 1);
      return line.unit(start).acronym() && place ? 6 : 0;
    }
    double score = 1.3;
    if (head > start) {
      boolean adjectives = true;
      for (int i = start; i < head; i++) {
        adjectives &= line.unit(i).capital() && adjectival(line.text(i));
      }
      score += adjectives ? 2.6 : lexicon.capitalisesNouns() ? -1 : 1.8;
    }
    if (head + 1 < end) {
      boolean whole = lexicon.organisationHeads.hasWhole(line.text(head));
      if (!line.unit(head + 1).capital()) {
        score += 2.4;
      } else if (head + 2 == end && !lexicon.labels(line.text(end - 1)).isEmpty()) {
        score += 4.2;
      } else {
        score += whole ? 2.5 + 0.8 * (end - head - 2) : -1;
      }
    }
    return score;
  }

  /**
   * Whether a word is an adjective derived from a name: "Europäischen", "Hamburger", "Koninklijke".
   */
  private boolean adjectival(String word) {
    return lexicon.adjectives.has(word)
        || (word.endsWith("er") && !lexicon.labels(word.substring(0, word.length() - 2)).isEmpty());
  }

  boolean englishHeadInside(int start, int end) {
    for (int i = start; i < end; i++) {
      if (NameLexicon.englishHead(line.text(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word for an organisation precedes: "Umweltorganisation X", "l'agenzia X". */
  boolean organisationBefore(int start) {
    return lexicon.organisationsBefore.has(line.text(start - 1))
        || (!lexicon.capitalisesNouns()
            && lexicon.compounds()
            && lexicon.organisationHeads.has(line.text(start - 1)));
  }

  /**
   * Counts the ends of the stretch, 0 to 2, at which a neighbouring capitalised word suggests that
   * the name is longer.
   */
  int broken(int start, int end) {
    int ends = 0;
    if (start > 0) {
      LexicalToken before = line.unit(start - 1);
      boolean capital = before.capital() && before.word() && !lexicon.title(before.text());
      ends += capital && !lexicon.capitalisesNouns() && !before.opening() ? 1 : 0;
      ends += lexicon.labels(before.text()).indexOf('F') >= 0 && capital ? 1 : 0;
    }
    if (end < line.size()) {
      LexicalToken behind = line.unit(end);
      ends += behind.capital() && behind.word() && !lexicon.capitalisesNouns() ? 1 : 0;
    }
    return Math.min(ends, 2);
  }

  /**
   * Whether a compound is a name by itself: "Bundesumweltministerium", "Alfred-Wegener-Institut".
   */
  boolean loneHead(LexicalToken unit) {
    if (!lexicon.compounds() || !lexicon.organisationHeads.has(unit.text())) {
      return false;
    }
    return (lexicon.organisationBeginnings.has(unit.text()) && unit.text().length() >= GENERIC)
        || unit.text().indexOf('-') != unit.text().lastIndexOf('-');
  }

  /** Whether a word has capitals after its first letter: "TotalEnergies", "SolarWorld". */
  boolean mixedCase(LexicalToken unit) {
    String text = unit.text();
    for (int i = 1; i < text.length(); i++) {
      if (Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1))) {
        return !text.startsWith("Mc") && !text.startsWith("Mac");
      }
    }
    return false;
  }

  boolean bracketed(int start, int end) {
    return line.text(start - 1).equals("(") && line.text(end).equals(")");
  }

  /**
   * Whether quotation marks enclose exactly this stretch, as for titles of works and quoted words.
   */
  boolean quoted(int start, int end) {
    return QUOTES.contains(line.text(start - 1)) && QUOTES.contains(line.text(end));
  }

  /** Whether a word for a place precedes: "la ville de X", "Stadt X", "in de provincie X". */
  boolean placeBefore(int start) {
    return lexicon.placeHeads.contains(line.text(start - 1))
        || (lexicon.placeHeads.contains(line.text(start - 2))
            && (lexicon.nameConnectors.contains(line.text(start - 1))
                || line.text(start - 1).equals("\u201E")));
  }

  boolean placeHeadInside(int start, int end, String labels) {
    return end - start > 1
        && labels.isEmpty()
        && lexicon.placeHeadsInside.contains(line.text(start));
  }

  boolean placeTail(int start, int end) {
    String text = line.text(start);
    return end - start == 1
        && lexicon.placeTails.has(text)
        && !lexicon.placeHeads.contains(text)
        && !lexicon.placeTails.endingOf(text);
  }

  /** Whether a stretch is in a list with another place: "in X, Y und Z". */
  boolean listed(int start, int end) {
    return (place(start - 2) && separates(start - 1)) || (place(end + 1) && separates(end));
  }

  private boolean separates(int i) {
    return line.text(i).equals(",") || lexicon.nameConnectors.contains(line.text(i));
  }

  private boolean place(int i) {
    return i >= 0 && i < line.size() && lexicon.labels(line.text(i)).indexOf('L') >= 0;
  }
}
