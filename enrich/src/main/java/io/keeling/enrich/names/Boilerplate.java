package io.keeling.enrich.names;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises lines that belong to the page and not to the article: invitations, links to other
 * articles, credits of pictures, and the references of a paper. The page reader removes most of
 * them. Names and countries in the remaining ones do not count.
 */
public final class Boilerplate {

  /**
   * Longest line of boilerplate other than a reference, in UTF-16 code units: longer lines are
   * sentences of the article.
   */
  private static final int LENGTH = 200;

  /** Beginnings of boilerplate lines, in the languages in which names are found. */
  private static final Pattern BEGINNING =
      Pattern.compile(
          "^[\\s\\p{Punct}\u2022\u00bb\u203a\u2192]*(?:"
              + "sign up (?:for|to)\\b|subscribe (?:to|now)\\b|follow (?:us|@)"
              + "|read (?:more|also|next)\\b(?! than)|also read\\b|see also:|related:"
              + "|more from(?::| [^.!?]{0,60}$)|(?:photo|image|picture|photograph|video)"
              + "(?: by| credit| courtesy)?:|\u00a9"
              + "|copyright(?::| ?(?:\u00a9|\\(c\\)|\\d{4})|.{0,80}all rights reserved)|all rights reserved"
              + "|this (?:article|story) (?:was )?(?:originally|first) (?:appeared|published)"
              + "|lesen sie (?:auch|mehr)|mehr zum thema|lesetipp|(?:foto|bild|quelle|fotos|bilder):"
              + "|lire aussi|\u00e0 lire aussi|abonnez-vous|(?:cr\u00e9dit|photo)s? ?:"
              + "|lea? tambi\u00e9n|te puede interesar|suscr\u00edb[ea]|foto ?:"
              + "|leggi anche|leia (?:tamb\u00e9m|mais)|veja tamb\u00e9m|lees ook|volg ons"
              + ").*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  /** Maximum length of a reference with its authors, title and journal, in UTF-16 code units. */
  private static final int REFERENCE_LENGTH = 600;

  /** Signs of a paper's reference: year, volume and pages, or an identifier. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:19|20)\\d\\d; ?\\d{1,4}|\\d ?\\(\\d{1,3}\\): ?\\d|(?i:doi): ?10\\.\\d|doi\\.org/10\\."
              + "|(?<!\\p{L})et al\\. [^.]{10,200}\\. [^.]{3,60}\\. (?:19|20)\\d\\d");

  private Boilerplate() {}

  /** Whether a span of a text lies in a line of boilerplate. */
  public static boolean holds(String text, int start, int end) {
    String line = line(text, start, end);
    return line != null
        && ((line.length() <= LENGTH && BEGINNING.matcher(line).matches())
            || (mayRefer(line) && REFERENCE.matcher(line).find()));
  }

  /**
   * Whether a line has a part that every {@link #REFERENCE} has. The check is cheap because it runs
   * for every name of every article.
   */
  private static boolean mayRefer(String line) {
    return line.indexOf(';') >= 0
        || line.contains("):")
        || line.contains("10.")
        || line.contains("et al. ");
  }

  /** The line around a span of a text; null if the line is too long for boilerplate. */
  private static @Nullable String line(String text, int start, int end) {
    int lineStart = start;
    while (lineStart > 0
        && text.charAt(lineStart - 1) != '\n'
        && end - lineStart <= REFERENCE_LENGTH) {
      lineStart--;
    }
    int lineEnd = end;
    while (lineEnd < text.length()
        && text.charAt(lineEnd) != '\n'
        && lineEnd - lineStart <= REFERENCE_LENGTH) {
      lineEnd++;
    }
    return lineEnd - lineStart <= REFERENCE_LENGTH ? text.substring(lineStart, lineEnd) : null;
  }
}
