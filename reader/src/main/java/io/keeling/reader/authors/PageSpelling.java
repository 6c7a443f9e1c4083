package io.keeling.reader.authors;

import io.keeling.reader.outline.Block;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spells names as the page's byline does where the metadata leave the accents out: "Zoe Munoz" and
 * "Zoë Muñoz" are one. Stateless.
 */
final class PageSpelling {

  private static final int BLOCKS_ABOVE = 6;
  private static final int BLOCKS_BELOW = 15;
  private static final int LINE_WORDS = 25;
  private static final int MOST_NAMES = 20;

  private PageSpelling() {}

  static List<String> of(List<String> names, List<Block> blocks, @Nullable Block headline) {
    if (headline == null
        || names.size() > MOST_NAMES
        || names.stream().noneMatch(PageSpelling::isPlain)) {
      return names;
    }
    List<Block> around =
        blocks.subList(
            Math.max(0, headline.order() - BLOCKS_ABOVE),
            Math.min(blocks.size(), headline.order() + BLOCKS_BELOW));
    return names.stream().map(name -> isPlain(name) ? spelt(name, around) : name).toList();
  }

  private static boolean isPlain(String name) {
    return name.indexOf(' ') > 0 && name.chars().allMatch(c -> c < 0x80);
  }

  private static String spelt(String name, List<Block> blocks) {
    String wanted = folded(name);
    for (Block block : blocks) {
      if (block.words() > LINE_WORDS || isAscii(block.text())) {
        continue;
      }
      int at = folded(block.text()).indexOf(wanted);
      int end = at + name.length();
      if (at >= 0
          && (at == 0 || !Character.isLetter(block.text().charAt(at - 1)))
          && (end == block.text().length() || !Character.isLetter(block.text().charAt(end)))) {
        String found = block.text().substring(at, end);
        boolean cased =
            Character.isLowerCase(found.charAt(1)) == Character.isLowerCase(name.charAt(1));
        return isAscii(found) || !cased ? name : found;
      }
    }
    return name;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /** In small letters without accents, as many characters as before. */
  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      folded.append(c < 0x80 ? c : bare(c));
    }
    return folded.toString();
  }

  private static char bare(char c) {
    return switch (c) {
      case '\u0142' -> 'l';
      case '\u00F8' -> 'o';
      case '\u0111' -> 'd';
      case '\u0131' -> 'i';
      default -> Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    };
  }
}
