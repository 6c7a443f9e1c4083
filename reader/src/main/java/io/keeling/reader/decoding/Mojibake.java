package io.keeling.reader.decoding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Repairs text that was UTF-8, was read as windows-1252 and written as UTF-8 again, so that
 * "\u00E4" became "\u00C3\u00A4". Repairs only where this is certain: several runs of characters
 * beyond ASCII become valid UTF-8, as do most of the runs that windows-1252 can write. Stateless;
 * thread-safe; linear in the text.
 */
final class Mojibake {

  /** Minimum number of runs repaired; fewer may be chance, or an article about this very fault. */
  private static final int LEAST_RUNS = 3;

  /**
   * Longest run tried, in characters, to limit the cost. Runs between ASCII letters are shorter.
   */
  private static final int LONGEST_RUN = 64;

  private static final int FIRST_LEAD = 0xC2;
  private static final char[] UPPER = upperHalf();

  private Mojibake() {}

  static String repaired(String text) {
    int repairable = 0;
    int others = 0;
    for (int at = next(text, 0); at < text.length(); ) {
      int end = end(text, at);
      byte[] bytes = bytes(text, at, end);
      if (bytes != null) {
        boolean valid = decoded(bytes) != null;
        repairable += valid ? 1 : 0;
        others += valid ? 0 : 1;
      }
      at = next(text, end);
    }
    return repairable >= LEAST_RUNS && repairable > others ? rewritten(text) : text;
  }

  private static String rewritten(String text) {
    StringBuilder result = new StringBuilder(text.length());
    int done = 0;
    for (int at = next(text, 0); at < text.length(); ) {
      int end = end(text, at);
      byte[] bytes = bytes(text, at, end);
      String meant = bytes == null ? null : decoded(bytes);
      if (meant != null) {
        result.append(text, done, at).append(meant);
        done = end;
      }
      at = next(text, end);
    }
    return result.append(text, done, text.length()).toString();
  }

  private static int next(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) < 0x80) {
      at++;
    }
    return at;
  }

  private static int end(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= 0x80) {
      at++;
    }
    return at;
  }

  /** Returns the run in windows-1252, or null if it has characters that are not in that set. */
  private static byte @Nullable [] bytes(String text, int from, int to) {
    if (to - from > LONGEST_RUN) {
      return null;
    }
    byte[] bytes = new byte[to - from];
    for (int i = from; i < to; i++) {
      int value = value(text.charAt(i));
      if (value < 0) {
        return null;
      }
      bytes[i - from] = (byte) value;
    }
    return bytes;
  }

  private static int value(char c) {
    if (c <= 0xFF) {
      return c;
    }
    for (int i = 0; i < UPPER.length; i++) {
      if (UPPER[i] == c) {
        return 0x80 + i;
      }
    }
    return -1;
  }

  private static @Nullable String decoded(byte[] bytes) {
    if (bytes.length < 2 || (bytes[0] & 0xFF) < FIRST_LEAD) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Returns what windows-1252 has in place of the control characters 0x80 to 0x9F. */
  private static char[] upperHalf() {
    byte[] bytes = new byte[0x20];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (0x80 + i);
    }
    char[] characters = new String(bytes, Charset.forName("windows-1252")).toCharArray();
    for (int i = 0; i < characters.length; i++) {
      characters[i] = characters[i] == '\uFFFD' ? (char) (0x80 + i) : characters[i];
    }
    return Arrays.copyOf(characters, bytes.length);
  }
}
