package io.keeling.reader.outline;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the text of one block while the walk passes its inline elements. Collapses white space
 * and drops soft hyphens and zero-width spaces. Not thread-safe.
 */
final class TextRun {

  private static final double NEARLY_ALL = 0.8;

  private static final int PARAGRAPH_CHARACTERS = 120;

  /** First control character after printable ASCII. */
  private static final char DELETE = '\u007F';

  private final StringBuilder text = new StringBuilder(512);
  private boolean gap;
  private boolean apart;
  private int edges;
  private int linkCharacters;
  private int leadingLink;
  private int emphasised;
  private int innerMarks;
  private int innerCharacters;
  private int innerEnd;
  private int unseenSince;

  /** Ranges of the text that are not shown, in order. */
  private final List<int[]> unseen = new ArrayList<>();

  void append(String source, boolean inLink, boolean inEmphasis) {
    int before = text.length();
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c <= ' ' || c == '\u00A0' || isWideSpace(c)) {
        gap = true;
      } else if (c < DELETE || !isInvisible(c)) {
        if (apart || edges > 0) {
          gap |= apart && Character.isLetterOrDigit(c) && isWordEnd();
          gap |= edges > 0 && isNewWord(c);
          apart = false;
          edges = 0;
        }
        if (gap && text.length() > 0) {
          text.append(' ');
        }
        gap = false;
        int end = i + 1;
        while (end < source.length() && isPlain(source.charAt(end))) {
          end++;
        }
        text.append(source, i, end);
        i = end - 1;
      }
    }
    int added = text.length() - before;
    linkCharacters += inLink ? added : 0;
    if (inLink && leadingLink == before) {
      leadingLink = text.length();
    }
    emphasised += inEmphasis ? added : 0;
  }

  void space() {
    gap = true;
  }

  /** Notes that the layout separates what follows from the word before. */
  void setApart() {
    apart = true;
  }

  /**
   * Notes that an inline element begins or ends here. Style sheets separate elements: {@code
   * <b>Marta Lindqvist</b><span>4 March</span>}. So a capital after an edge begins a new word, and
   * so does a number after two edges. Parts of one word continue in lower case.
   */
  void edge() {
    edges++;
  }

  private boolean isNewWord(char c) {
    char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    boolean small = Character.isLowerCase(last);
    return Character.isUpperCase(c)
        ? small || (edges > 1 && Character.isDigit(last))
        : edges > 1 && small && Character.isDigit(c);
  }

  private boolean isWordEnd() {
    return !text.isEmpty()
        && (endsSentence() || Character.isLetterOrDigit(text.charAt(text.length() - 1)));
  }

  /** Notes that the text up to {@link #endUnseen} is not shown. */
  void beginUnseen() {
    unseenSince = text.length();
  }

  void endUnseen() {
    if (text.length() > unseenSince) {
      unseen.add(new int[] {unseenSince, text.length()});
    }
  }

  boolean isPartlyUnseen() {
    return !unseen.isEmpty();
  }

  /** Returns the text without the parts that are not shown. */
  String seenText() {
    StringBuilder seen = new StringBuilder(text.length());
    int at = 0;
    for (int[] range : unseen) {
      seen.append(text, at, range[0]);
      at = range[1];
      boolean spaced = text.charAt(range[0]) == ' ' && !seen.isEmpty();
      if (spaced && at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
        seen.append(' ');
      }
    }
    return seen.append(text, at, text.length()).toString().strip();
  }

  /** Notes that the text since a position is in an inline element with these marks. */
  void inside(int marks, int since) {
    int characters = text.length() - since;
    if (since >= innerEnd && (innerMarks & marks) != 0) {
      innerMarks &= marks; // adjacent elements: caption and credit
      innerCharacters += characters;
      innerEnd = text.length();
    } else if (characters >= innerCharacters) {
      innerMarks |= marks;
      innerCharacters = characters;
      innerEnd = text.length();
    }
  }

  int length() {
    return text.length();
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  boolean endsSentence() {
    return !text.isEmpty()
        && io.keeling.reader.wording.TextMeasure.isSentenceEnd(text.charAt(text.length() - 1));
  }

  /** Whether this text is too long for a heading and ends like a sentence, whatever its tag. */
  boolean isParagraph() {
    return text.length() >= PARAGRAPH_CHARACTERS && endsSentence() && linkCharacters == 0;
  }

  /** Whether all of this text is linked or emphasised, like a headline on a line of its own. */
  boolean isSetApart() {
    return !text.isEmpty() && (linkCharacters == text.length() || emphasised == text.length());
  }

  String text() {
    return text.toString();
  }

  /** Returns the length of the link that the text begins with. */
  int leadingLink() {
    return leadingLink;
  }

  int linkCharacters() {
    return linkCharacters;
  }

  int emphasised() {
    return emphasised;
  }

  int innerMarks() {
    return innerCharacters >= NEARLY_ALL * text.length() ? innerMarks : 0;
  }

  void clear() {
    text.setLength(0);
    gap = false;
    apart = false;
    edges = 0;
    linkCharacters = 0;
    leadingLink = 0;
    emphasised = 0;
    innerMarks = 0;
    innerCharacters = 0;
    innerEnd = 0;
    unseen.clear();
    unseenSince = 0;
  }

  private static boolean isPlain(char c) {
    return c > ' ' && c < DELETE;
  }

  private static boolean isWideSpace(char c) {
    return c >= '\u2000' && isWide(c);
  }

  private static boolean isWide(char c) {
    return (c >= '\u2000' && c <= '\u200A')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202F'
        || c == '\u205F'
        || c == '\u3000';
  }

  /** Whether a character is a soft hyphen, zero-width space, control character or the like. */
  private static boolean isInvisible(char c) {
    return c == '\u00AD'
        || c == '\u200B'
        || c == '\u2060'
        || c == '\uFEFF'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u007F' && c <= '\u009F')
        || c == '\uFFFD';
  }
}
