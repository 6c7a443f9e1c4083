package io.keeling.reader.language;

import io.keeling.reader.wording.Folded;
import org.jspecify.annotations.Nullable;

/**
 * Finds text whose letters all stand in the alphabet some places behind those that were meant, as
 * some paywalls send what only subscribers may read ("Bvdi ebt" for "Auch das"). A text is one
 * where it has hardly any of the most frequent words of any language, of which a text has a third,
 * and has those of its own once its letters are moved back. Pages declare wrong languages, and so
 * one paragraph is no proof: callers want a second {@link #isLike like} it. No other language
 * becomes that one by chance: of each language's frequent words hardly any is one of another when
 * all its letters are moved.
 *
 * <p>Immutable and safe to share between threads. The numbers were chosen on texts of our own in
 * seven languages ({@code CipheredTextTest}).
 */
public final class ShiftCipher {

  private static final int LETTERS = 26;

  /** So much of a paragraph is looked at. */
  private static final int SAMPLE = 400;

  /** Shorter texts have few frequent words by chance. */
  private static final int LEAST_WORDS = 8;

  /** A ciphered text has no more frequent words than this, by chance. */
  private static final double PLAIN = 0.08;

  /** The least share of frequent words in a text that was moved back. */
  private static final double DECIPHERED = 0.25;

  private final int places;
  private final String language;

  private ShiftCipher(int places, String language) {
    this.places = places;
    this.language = language;
  }

  /**
   * The cipher of a paragraph.
   *
   * @param language its ISO 639-1 code; empty where it is not known
   * @return null if the paragraph is plain, or too short to tell
   */
  public static @Nullable ShiftCipher of(String paragraph, String language) {
    String folded = Folded.of(paragraph, SAMPLE);
    long spaces = folded.chars().filter(c -> c == ' ').count();
    if (spaces + 1 < LEAST_WORDS || CommonWords.largestShare(folded) > PLAIN) {
      return null;
    }
    for (int places = 1; places < LETTERS; places++) {
      if (CommonWords.share(moved(folded, places), language) >= DECIPHERED) {
        return new ShiftCipher(places, language);
      }
    }
    return null;
  }

  /** Whether both move letters as many places. */
  public boolean isLike(ShiftCipher other) {
    return places == other.places;
  }

  /** Whether a text, however short, is more likely of this cipher than plain. */
  public boolean holds(String text) {
    String folded = Folded.of(text, SAMPLE);
    double plain = CommonWords.largestShare(folded);
    return plain <= PLAIN && CommonWords.share(moved(folded, places), language) > plain;
  }

  public boolean isPlain(String text) {
    return CommonWords.share(Folded.of(text, SAMPLE), language) > 0;
  }

  private static String moved(String folded, int places) {
    StringBuilder moved = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      moved.append(letter ? (char) ('a' + (c - 'a' + LETTERS - places) % LETTERS) : c);
    }
    return moved.toString();
  }
}
