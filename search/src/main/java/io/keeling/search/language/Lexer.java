package io.keeling.search.language;

import io.keeling.contract.text.PlainText;
import io.keeling.search.language.QueryToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Splits a query into tokens. Not for sharing between threads. */
final class Lexer {

  /** Words that mean {@code or}, in the languages that editors write in. */
  private static final Set<String> OR = Set.of("or", "oder", "ou", "o");

  /** Ignored, because all words are required anyway. */
  private static final String AND = "AND";

  /** Excludes what follows, as a dash does. */
  private static final String NOT = "NOT";

  /** How much of a word a message quotes: enough to recognise it. */
  private static final int LONGEST_QUOTED = 31;

  /** Maximum number of words between those of {@code "..."~N}: a long sentence. */
  private static final int MOST_SLOP = 50;

  /** Fewest letters before an asterisk: too many words begin with a single one. */
  private static final int SHORTEST_PREFIX = 2;

  /** Quotation marks as keyboards and word processors write them. */
  private static final String QUOTES = "\"“”„«»";

  private final String query;
  private final List<QueryToken> tokens = new ArrayList<>();
  private int next;

  Lexer(String query) {
    this.query = query;
  }

  List<QueryToken> tokens() throws NotUnderstoodException {
    while (next < query.length()) {
      char c = query.charAt(next);
      if (Character.isWhitespace(c)) {
        next++;
      } else if (c == '(' || c == ')') {
        tokens.add(new QueryToken(c == '(' ? Kind.OPEN : Kind.CLOSE, next++));
      } else if (QUOTES.indexOf(c) >= 0) {
        phrase();
      } else if (c == '-') {
        not();
      } else {
        word();
      }
    }
    tokens.add(new QueryToken(Kind.END, query.length()));
    return tokens;
  }

  private void not() throws NotUnderstoodException {
    if (next + 1 == query.length() || Character.isWhitespace(query.charAt(next + 1))) {
      throw new NotUnderstoodException(next, "dash");
    }
    tokens.add(new QueryToken(Kind.NOT, next++));
  }

  private void phrase() throws NotUnderstoodException {
    int at = next;
    int end = at + 1;
    while (end < query.length() && QUOTES.indexOf(query.charAt(end)) < 0) {
      end++;
    }
    if (end == query.length()) {
      throw new NotUnderstoodException(at, "not-closed-quote");
    }
    String text = query.substring(at + 1, end).strip();
    requireSearchable(text, at);
    next = end + 1;
    tokens.add(new QueryToken(Kind.PHRASE, text, slop(), at));
  }

  private int slop() throws NotUnderstoodException {
    if (next == query.length() || query.charAt(next) != '~') {
      return 0;
    }
    int at = next++;
    int start = next;
    while (next < query.length() && isDigit(query.charAt(next))) {
      next++;
    }
    String digits = query.substring(start, next);
    if (digits.isEmpty() || digits.length() > 2 || Integer.parseInt(digits) > MOST_SLOP) {
      throw new NotUnderstoodException(at, "slop", Map.of("most", MOST_SLOP));
    }
    return Integer.parseInt(digits);
  }

  private void word() throws NotUnderstoodException {
    int at = next;
    while (next < query.length() && !endsWord(query.charAt(next))) {
      if (query.charAt(next) == ':' && isField(at)) {
        tokens.add(
            new QueryToken(Kind.FIELD, query.substring(at, next).toLowerCase(Locale.ROOT), 0, at));
        next++;
        return;
      }
      next++;
    }
    String text = query.substring(at, next);
    if (text.equals(AND)) {
      return; // all words are required anyway
    }
    if (text.equals(NOT)) {
      tokens.add(new QueryToken(Kind.NOT, text, 0, at));
      return;
    }
    if (OR.contains(text.toLowerCase(Locale.ROOT)) || text.equals("|")) {
      tokens.add(new QueryToken(Kind.OR, text, 0, at));
    } else {
      tokens.add(plain(text, at));
    }
  }

  private static QueryToken plain(String text, int at) throws NotUnderstoodException {
    int star = text.indexOf('*');
    requireSearchable(text, at);
    if (star < 0) {
      return new QueryToken(Kind.WORD, text, 0, at);
    }
    if (star < text.length() - 1) {
      throw new NotUnderstoodException(at + star, "star-inside");
    }
    String beginning = text.substring(0, star);
    if (beginning.codePoints().filter(Character::isLetterOrDigit).count() < SHORTEST_PREFIX) {
      throw new NotUnderstoodException(at, "star-short");
    }
    return new QueryToken(Kind.PREFIX, beginning, 0, at);
  }

  /** Only letters before a colon are a field; {@code 10:30} is a word. */
  private boolean isField(int at) {
    return at < next && query.substring(at, next).chars().allMatch(Character::isLetter);
  }

  private static boolean endsWord(char c) {
    return Character.isWhitespace(c) || c == '(' || c == ')' || QUOTES.indexOf(c) >= 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static void requireSearchable(String text, int at) throws NotUnderstoodException {
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new NotUnderstoodException(
          at, "no-word", Map.of("text", PlainText.line(text, LONGEST_QUOTED)));
    }
  }
}
