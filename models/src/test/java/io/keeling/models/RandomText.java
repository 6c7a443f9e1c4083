package io.keeling.models;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Texts that nobody would write, from seeds that a failing test names. */
public final class RandomText {

  private static final int LAST_PRINTABLE = '~';

  private RandomText() {}

  /** Other ones in each run. */
  public static LongStream seeds(int count) {
    return new Random().longs(count);
  }

  /** Up to so many characters of any plane, halves of pairs and controls among them; or none. */
  public static String any(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(longest + 1); left > 0; left--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
        case 1 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        default -> text.append((char) (' ' + random.nextInt(LAST_PRINTABLE - ' ' + 1)));
      }
    }
    return text.toString();
  }

  /** Up to so many of these characters, or none. */
  public static String of(String characters, Random random, int longest) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(longest + 1); left > 0; left--) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }

  /** One of several. */
  public static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
