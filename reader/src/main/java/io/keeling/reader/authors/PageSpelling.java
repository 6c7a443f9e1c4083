package io.keeling.reader.authors;

import io.keeling.reader.outline.Block;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Spells names as the page's byline does where the metadata drop or transcribe accents: "Zoe Munoz"
 * becomes "Zoë Muñoz", and "Juergen Grass" becomes "Jürgen Graß".
 */
final class PageSpelling {

  private static final int BLOCKS_ABOVE = 6;
  private static final int BLOCKS_BELOW = 15;

  /** Blocks searched from the top of a page without a headline. */
  private static final int FIRST_BLOCKS = 40;

  private static final int LINE_WORDS = 25;
  private static final int MOST_NAMES = 20;

  private PageSpelling() {}

  static List<String> of(List<String> names, List<Block> blocks, @Nullable Block headline) {
    if (names.size() > MOST_NAMES || names.stream().noneMatch(name -> name.indexOf(' ') > 0)) {
      return names;
    }
    int from = headline == null ? 0 : Math.max(0, headline.order() - BLOCKS_ABOVE);
    int to = headline == null ? FIRST_BLOCKS : headline.order() + BLOCKS_BELOW;
    List<Block> around = blocks.subList(from, Math.min(blocks.size(), to));
    return names.stream().map(name -> name.indexOf(' ') > 0 ? spelt(name, around) : name).toList();
  }

  private static String spelt(String name, List<Block> blocks) {
    for (Block block : blocks) {
      if (block.words() > LINE_WORDS || accents(block.text()) == 0) {
        continue;
      }
      String found = in(block.text(), name, PageSpelling::bare);
      found = found == null ? in(block.text(), name, PageSpelling::writtenOut) : found;
      if (found != null) {
        boolean cased =
            Character.isLowerCase(found.charAt(1)) == Character.isLowerCase(name.charAt(1));
        return accents(found) > accents(name) && cased ? found : name;
      }
    }
    return name;
  }

  /** Returns the part of a line that equals the name once both are folded, or null. */
  private static @Nullable String in(String line, String name, IntFunction<String> folding) {
    StringBuilder folded = new StringBuilder(line.length() + 8);
    int[] places = new int[2 * line.length() + 1];
    for (int i = 0; i < line.length(); i++) {
      String letters = folding.apply(line.charAt(i));
      for (int j = 0; j < letters.length(); j++) {
        places[folded.length() + j] = i;
      }
      folded.append(letters);
    }
    places[folded.length()] = line.length();
    String wanted = folded(name, folding);
    int at = folded.indexOf(wanted);
    if (at < 0) {
      return null;
    }
    int start = places[at];
    int end = places[at + wanted.length()];
    boolean whole =
        (start == 0 || !Character.isLetter(line.charAt(start - 1)))
            && (end == line.length() || !Character.isLetter(line.charAt(end)));
    return whole ? line.substring(start, end) : null;
  }

  private static String folded(String text, IntFunction<String> folding) {
    StringBuilder folded = new StringBuilder(text.length());
    text.chars().forEach(c -> folded.append(folding.apply(c)));
    return folded.toString();
  }

  private static String bare(int c) {
    return Accents.without(String.valueOf((char) c)).toLowerCase(Locale.ROOT).substring(0, 1);
  }

  /** Transcribes a letter as people do when their keyboard lacks it. */
  private static String writtenOut(int c) {
    return switch (Character.toLowerCase((char) c)) {
      case '\u00E4', '\u00E6' -> "ae";
      case '\u00F6', '\u00F8' -> "oe";
      case '\u00FC' -> "ue";
      case '\u00E5' -> "aa";
      case '\u00DF' -> "ss";
      default -> bare(c);
    };
  }

  private static long accents(String text) {
    return text.chars().filter(c -> c >= 0x80 && Character.isLetter(c)).count();
  }
}
