package io.keeling.models.lexical;

import io.keeling.models.text.Sentence;
import io.keeling.models.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Joins or splits the tokens of a sentence to form {@link LexicalToken}s. */
final class LexicalTokenizer {

  private LexicalTokenizer() {}

  /** Returns the units of a sentence in order. */
  static List<LexicalToken> of(Sentence sentence, NameLexicon lexicon) {
    List<Token> tokens = sentence.tokens();
    List<LexicalToken> units = new ArrayList<>(tokens.size());
    boolean opening = true;
    int i = 0;
    while (i < tokens.size()) {
      int end = i + 1;
      StringBuilder text = new StringBuilder(tokens.get(i).text());
      while (end < tokens.size() && joins(tokens, i, end, opening)) {
        text.append(tokens.get(end).text());
        end++;
      }
      LexicalToken unit =
          new LexicalToken(
              tokens.get(i).start(), tokens.get(end - 1).end(), text.toString(), opening);
      if (endsSentence(unit)) {
        addCut(
            units,
            new LexicalToken(
                unit.start(),
                unit.end() - 1,
                unit.text().substring(0, unit.text().length() - 1),
                opening),
            lexicon);
        units.add(new LexicalToken(unit.end() - 1, unit.end(), ".", false));
      } else {
        addCut(units, unit, lexicon);
      }
      opening = opens(unit, opening);
      i = end;
    }
    return units;
  }

  /** Whether the dot after an abbreviation in capitals ends the sentence: "THW.", not "U.N.". */
  private static boolean endsSentence(LexicalToken unit) {
    String text = unit.text();
    int dot = text.length() - 1;
    return dot >= 2
        && text.indexOf('.') == dot
        && text.codePoints().filter(Character::isUpperCase).count() >= 2
        && text.codePoints().noneMatch(Character::isLowerCase);
  }

  private static boolean joins(List<Token> tokens, int first, int next, boolean opening) {
    String last = tokens.get(next - 1).text();
    String text = tokens.get(next).text();
    if (tokens.get(next).start() != tokens.get(next - 1).end()) {
      return false;
    }
    boolean wordBefore = Character.isLetterOrDigit(last.codePointBefore(last.length()));
    boolean wordBehind = Character.isLetterOrDigit(text.codePointAt(0));
    if (isHyphen(text)) {
      return wordBefore
          && next + 1 < tokens.size()
          && tokens.get(next + 1).start() == tokens.get(next).end()
          && Character.isLetterOrDigit(tokens.get(next + 1).text().codePointAt(0));
    }
    if (isHyphen(last)) {
      return wordBehind && next - first >= 2;
    }
    // "O'Doherty" anywhere; "L'Aquila" and "D'Annunzio" only within a sentence, as the first word
    // may be an article.
    return next == first + 1
        && last.length() == 2
        && isApostrophe(last.charAt(1))
        && Character.isUpperCase(last.charAt(0))
        && Character.isUpperCase(text.codePointAt(0))
        && (!opening || last.charAt(0) == 'O')
        && !text.equals(text.toUpperCase(Locale.ROOT));
  }

  /**
   * Splits compounds before their last part, "SPD" and "-Politiker", unless the whole word is a
   * listed name: whether the name goes on behind the hyphen is for the model to say.
   */
  private static void addCut(List<LexicalToken> units, LexicalToken unit, NameLexicon lexicon) {
    int hyphen = unit.text().lastIndexOf('-');
    if (hyphen > 1 && unit.capital() && lexicon.labels(unit.text()).isEmpty()) {
      LexicalToken front =
          new LexicalToken(
              unit.start(),
              unit.start() + hyphen,
              unit.text().substring(0, hyphen),
              unit.opening());
      String tail = unit.text().substring(hyphen);
      if (lexicon.compounds() || (front.acronym() && tail.equals(tail.toUpperCase(Locale.ROOT)))) {
        units.add(front);
        units.add(new LexicalToken(unit.start() + hyphen, unit.end(), tail, false));
        return;
      }
    }
    units.add(unit);
  }

  private static boolean opens(LexicalToken unit, boolean opening) {
    char c = unit.text().charAt(0);
    boolean quote =
        c == '"' || c == '«' || c == '„' || c == '“' || c == '‘' || c == '¿' || c == '¡';
    return quote || c == ':' || (opening && !unit.word());
  }

  private static boolean isHyphen(String text) {
    return text.equals("-") || text.equals("\u2010") || text.equals("\u2011");
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }
}
