package io.keeling.reader.language;

import io.keeling.reader.wording.Folded;
import org.jspecify.annotations.Nullable;

/**
 * Recognises text whose letters are all shifted in the alphabet by the same number of places, as
 * some paywalls send what only subscribers may read ("Bvdi ebt" for "Auch das"). Such a text has
 * hardly any of the most frequent words of any language, which make up a third of a plain text.
 * Once its letters are shifted back, it has those of its own language. As pages declare wrong
 * languages, one paragraph is no proof: callers need a second one with a cipher {@link #isLike
 * like} the first. No other language passes for a cipher by chance: hardly any of its frequent
 * words becomes one of another language when shifted.
 *
 * <p>Immutable and safe to share between threads. The numbers were chosen on texts of our own in
 * seven languages ({@code CipheredTextTest}).
 */
public final class ShiftCipher {

  private static final int LETTERS = 26;

  /** Characters read of a paragraph. */
  private static final int SAMPLE = 400;

  /** Minimum number of words; shorter texts may lack frequent words by chance. */
  private static final int LEAST_WORDS = 8;

  /** Maximum share of frequent words that a ciphered text has by chance. */
  private static final double PLAIN = 0.08;

  /** Minimum share of frequent words in a text that was shifted back. */
  private static final double DECIPHERED = 0.25;

  private final int places;
  private final String language;

  private ShiftCipher(int places, String language) {
    this.places = places;
    this.language = language;
  }

  /**
   * Returns the cipher of a paragraph.
   *
   * @param language its ISO 639-1 code, or empty if unknown
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

  /** Whether both ciphers shift letters by the same number of places. */
  public boolean isLike(ShiftCipher other) {
    return places == other.places;
  }

  /** Whether a text, however short, is more likely to be in this cipher than plain. */
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
