package io.keeling.contract.article;

import io.keeling.contract.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Computes the hashes that identify an article and its versions: the first 128 bits of SHA-256
 * (FIPS 180-4) as 32 hexadecimal digits.
 */
public final class ArticleIds {

  /** Length of an id, in bytes: 128 bits, so that two articles never get the same id by chance. */
  private static final int BYTES = 16;

  private static final int ASCII = 0x80;

  private static final String PART = "\u0000";

  private ArticleIds() {}

  public static String id(String canonicalUrl) {
    return hash(canonicalUrl);
  }

  /**
   * Returns the version of an article: a hash of title, text, authors and dates after Unicode
   * normalisation (NFKC), without case, punctuation and white space, so that a changed quotation
   * mark does not make a new version. The parts are joined by U+0000, which this normalisation
   * removes from the parts themselves. A correction note is a sixth part; an article without one
   * keeps the version it had before notes were introduced.
   */
  public static String version(
      String title,
      String text,
      List<String> authors,
      @Nullable NewsDate publishedAt,
      @Nullable NewsDate modifiedAt,
      @Nullable String correctionNote) {
    String parts =
        String.join(
            PART,
            fold(title),
            fold(text),
            fold(String.join(" ; ", authors)),
            String.valueOf(publishedAt),
            String.valueOf(modifiedAt));
    return hash(correctionNote == null ? parts : parts + PART + fold(correctionNote));
  }

  private static String fold(String words) {
    String normal =
        Normalizer.normalize(StreamSafeText.of(words), Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(normal.length());
    boolean gap = false;
    for (int i = 0; i < normal.length(); ) {
      int point = normal.codePointAt(i);
      i += Character.charCount(point);
      if (!isOfWord(point)) {
        gap = true;
        continue;
      }
      folded.append(gap && folded.length() > 0 ? " " : "").appendCodePoint(point);
      gap = false;
    }
    return folded.toString();
  }

  /**
   * Whether a code point belongs to a word. Combining marks do, as many scripts need them. So do
   * currency signs, as they change the meaning of a number.
   */
  private static boolean isOfWord(int point) {
    if (point < ASCII) {
      return (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9') || point == '$';
    }
    return switch (Character.getType(point)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.CURRENCY_SYMBOL ->
          true;
      default -> false;
    };
  }

  private static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8), BYTES);
  }
}
