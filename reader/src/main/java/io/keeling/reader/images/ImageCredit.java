package io.keeling.reader.images;

import io.keeling.reader.authors.NameShape;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the credit in a picture's caption. */
public final class ImageCredit {

  private static final int LONGEST = 120;

  /** Characters read, at the end of a caption. */
  private static final int READ = 400;

  private static final int MOST_WORDS = 8;

  /** A name, in which a full stop may follow only an initial. */
  private static final String NAME = "((?:[^.()\\[\\]|\u00A9]|(?<=\\b\\p{Lu})\\.){2,100})";

  private static final Pattern LABELLED =
      Pattern.compile(
          "(?:(?<![\\p{L}\\p{M}\\p{Nd}_])(?:photo(?:graph)?s?(?: by)?|foto(?:s)?|fot\\.?|\u1EA3nh|credits?|image|bild|picture|source|quelle|cr\u00E9dit(?: photo)?)\\s?[:/]\\s?|(?<![\\p{L}\\p{M}\\p{Nd}_])photo(?:graph)?s? by |\u00A9\\s?|\\(c\\)\\s?)"
              + NAME
              + "[)\\]]?\\s?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Name and agency separated by a slash, after the last sentence or in brackets. */
  private static final Pattern SLASHED =
      Pattern.compile(
          "(?:^|[.!?)\\]] ?|[(\\[])(\\p{Lu}[^.()\\[\\]|/\\d]{1,60}/[^.()\\[\\]|\\d]{2,60})[)\\]]?$");

  /** A full name in brackets at the end: "(Hanne Berg)". */
  private static final Pattern BRACKETED = Pattern.compile("\\(([^()\\[\\]\\d]{3,60})\\)\\.?$");

  /**
   * A credit and where it begins, including its label and bracket.
   *
   * @param start number of characters of the caption before it
   */
  record Credit(int start, String name) {}

  private ImageCredit() {}

  public static @Nullable String in(String caption) {
    Credit credit = find(caption);
    return credit == null ? null : credit.name();
  }

  static @Nullable Credit find(String caption) {
    int from = Math.max(0, caption.length() - READ);
    String end = caption.substring(from);
    Matcher labelled = LABELLED.matcher(end);
    if (mayBeLabelled(end) && labelled.find() && labelled.group(1).length() <= LONGEST) {
      return new Credit(from + labelled.start(), labelled.group(1).strip());
    }
    Matcher slashed = SLASHED.matcher(end);
    if (end.indexOf('/') >= 0
        && slashed.find()
        && slashed.group(1).split(" ").length <= MOST_WORDS) {
      return new Credit(from + slashed.start(1), slashed.group(1).strip());
    }
    Matcher bracketed = BRACKETED.matcher(end);
    if (bracketed.find() && NameShape.isFullName(bracketed.group(1))) {
      return new Credit(from + bracketed.start(), bracketed.group(1).strip());
    }
    int stop = end.lastIndexOf(". ");
    String name = stop <= 0 ? "" : end.substring(stop + 2).strip();
    return NameShape.beginsWithGiven(name) && NameShape.isFullName(name)
        ? new Credit(from + stop + 2, name)
        : null;
  }

  /** Whether a text has a sign that labels end with: a quick test, as most captions have none. */
  private static boolean mayBeLabelled(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':' || c == '/' || c == '\u00A9' || c == '(') {
        return true;
      }
      if ((c == 'y' || c == 'Y') && i > 0 && (text.charAt(i - 1) | 0x20) == 'b') {
        return true;
      }
    }
    return false;
  }

  /** Whether a line is shaped like a credit without a label: a full name, or names and a slash. */
  static boolean isAlone(String line) {
    Matcher slashed = SLASHED.matcher(line);
    return line.length() <= LONGEST
        && line.split(" ").length <= MOST_WORDS
        && (NameShape.isFullName(line) || (slashed.find() && slashed.start(1) == 0));
  }
}
