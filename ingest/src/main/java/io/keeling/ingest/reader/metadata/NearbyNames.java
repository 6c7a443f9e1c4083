package io.keeling.ingest.reader.metadata;

import io.keeling.ingest.reader.metadata.Bylines.Byline;
import io.keeling.ingest.reader.metadata.NamePieces.Piece;
import io.keeling.ingest.reader.outline.Block;
import io.keeling.ingest.reader.outline.Box;
import io.keeling.ingest.reader.outline.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds names that nothing marks as authors but that stand where bylines do: in a short line near
 * the headline with a date in or beside it, or alone at the very end of the text. Stateless.
 */
final class NearbyNames {

  private static final int BLOCKS_ABOVE = 3;
  private static final int BLOCKS_BELOW = 8;
  private static final int LINE_WORDS = 16;
  private static final int DATE_WORDS = 12;

  /** Boxes between a name and the {@code time} element beside it. */
  private static final int TIME_BOXES = 14;

  private static final int BEHIND_TEXT = 3;

  private static final Pattern DATE =
      Pattern.compile(
          "\\b(?:19|20)\\d\\d\\b|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}|\\d{1,2}[:.]\\d\\d\\b|\\bago\\b");

  private NearbyNames() {}

  /** Names with a date beside them near the headline. */
  static List<Byline> dated(Outline outline, @Nullable Block headline) {
    if (headline == null) {
      return List.of();
    }
    List<Block> blocks = outline.blocks();
    int at = headline.order();
    List<Byline> bylines = new ArrayList<>();
    for (int distance = 1; distance <= BLOCKS_BELOW; distance++) {
      add(outline, at + distance, at, bylines);
      if (distance <= BLOCKS_ABOVE) {
        add(outline, at - distance, at, bylines);
      }
      if (at + distance < blocks.size() && blocks.get(at + distance).isProse()) {
        break;
      }
    }
    return bylines;
  }

  private static void add(Outline outline, int index, int headline, List<Byline> bylines) {
    List<Block> blocks = outline.blocks();
    if (index < 0 || index >= blocks.size()) {
      return;
    }
    Block block = blocks.get(index);
    if (block.words() <= LINE_WORDS
        && !Bylines.isElsewhere(block, headline)
        && isDated(outline, index)) {
      List<String> names = names(block);
      if (!names.isEmpty()) {
        bylines.add(new Byline(names, "name-near-date", false));
      }
    }
  }

  private static List<String> names(Block block) {
    List<String> names = new ArrayList<>();
    if (block.box().words() <= LINE_WORDS) {
      for (Piece piece : NamePieces.of(block.box().element())) {
        addIfPlain(piece.text(), names);
      }
    }
    if (names.isEmpty()) {
      addIfPlain(block.text(), names);
    }
    return names;
  }

  private static void addIfPlain(String text, List<String> names) {
    List<String> read = AuthorNames.in(text, false);
    if (!read.isEmpty() && read.stream().allMatch(NameShape::isPlainName)) {
      names.add(text);
    }
  }

  private static boolean isDated(Outline outline, int index) {
    List<Block> blocks = outline.blocks();
    Box box = blocks.get(index).box();
    for (int i = Math.max(0, index - 2); i <= Math.min(blocks.size() - 1, index + 2); i++) {
      Block block = blocks.get(i);
      if (block.words() <= DATE_WORDS && DATE.matcher(block.text()).find()) {
        return true;
      }
    }
    for (Box time : outline.times()) {
      if (Math.abs(time.order() - box.order()) <= TIME_BOXES) {
        return true;
      }
    }
    return false;
  }

  /** A name alone in the last line of a text or right behind it. */
  static List<Byline> closing(Outline outline, List<Block> text) {
    List<Byline> bylines = new ArrayList<>();
    if (text.isEmpty()) {
      return bylines;
    }
    int last = text.get(text.size() - 1).order();
    List<Block> blocks = outline.blocks();
    for (int i = last; i <= Math.min(blocks.size() - 1, last + BEHIND_TEXT); i++) {
      Block block = blocks.get(i);
      String line = block.text().replaceAll("^[\\s(\\[\u2013\u2014/-]+|[\\s)\\]./]+$", "");
      if (block.words() <= 5 && !Bylines.isElsewhere(block, -1) && NameShape.isPlainName(line)) {
        bylines.add(new Byline(List.of(line), "name-below-text", false));
      }
    }
    return bylines;
  }
}
