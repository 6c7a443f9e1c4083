package io.keeling.reader.authors;

import io.keeling.reader.authors.Bylines.Byline;
import io.keeling.reader.authors.NamePieces.Piece;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds unmarked names where bylines usually are: in a short line near the headline with a date in
 * or beside it, or alone at the very end of the text.
 */
final class NearbyNames {

  /** Origins of names that only a date beside them suggests. */
  static final Set<String> UNMARKED = Set.of("name-near-date", "name-beside-date");

  private static final int BLOCKS_ABOVE = 3;
  private static final int BLOCKS_BELOW = 8;
  private static final int LINE_WORDS = 16;
  private static final int BOX_WORDS = 200;
  private static final int DATE_WORDS = 12;

  /** Maximum number of boxes between a name and the {@code time} element beside it. */
  private static final int TIME_BOXES = 14;

  private static final int BEHIND_TEXT = 2;

  private static final Pattern DATE =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{Nd}_])(?:(?:19|20)\\d\\d|ago|min(?:ute)?s? read)\\b"
              + "|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}|\\d{1,2}[:.]\\d\\d\\b|Lesezeit");

  private static final Pattern USER =
      Pattern.compile("[/?&.](?:users?|u|members?|mitglied(?:er)?|userinfo|profil[e]?|@)(?![a-z])");

  private static final int NAME_WORDS = 5;

  /** Longest line that can be only a name, in UTF-16 code units. */
  private static final int NAME_LENGTH = 200;

  private static final int BIOGRAPHIES = 2;
  private static final int BIOGRAPHY_WORDS = 80;
  private static final double SET_APART = 0.8;

  private static final Pattern IS =
      Pattern.compile(
          ",?\\s(?:is|was|writes|covers|works|ist|war|schreibt|arbeitet|leitet|est|es|\u00E9|\u00E8)\\s");

  private NearbyNames() {}

  /** Returns names near the headline with a date beside them. */
  static List<Byline> dated(Outline outline, @Nullable Block headline) {
    if (headline == null) {
      return List.of();
    }
    List<Block> blocks = outline.blocks();
    int at = headline.order();
    List<Byline> bylines = new ArrayList<>();
    int prose = 0;
    for (int distance = 1; distance <= BLOCKS_BELOW; distance++) {
      add(outline, at + distance, at, bylines);
      if (distance <= BLOCKS_ABOVE) {
        add(outline, at - distance, at, bylines);
      }
      if (at + distance < blocks.size() && blocks.get(at + distance).isProse() && ++prose > 1) {
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
        && !isBelowCaption(blocks, index)
        && isDated(outline, index)) {
      List<String> names = names(block);
      if (!names.isEmpty()) {
        bylines.add(new Byline(names, "name-near-date", false));
      }
    }
  }

  /** Whether a line follows a caption in the same box and so names the photographer. */
  private static boolean isBelowCaption(List<Block> blocks, int index) {
    Block above = index == 0 ? null : blocks.get(index - 1);
    return above != null
        && Mark.CAPTION.in(above.marks())
        && above.box() == blocks.get(index).box();
  }

  static List<Byline> desks(Outline outline, @Nullable Block headline) {
    List<Byline> bylines = new ArrayList<>();
    if (headline == null) {
      return bylines;
    }
    List<Block> blocks = outline.blocks();
    int at = headline.order();
    for (int i = at + 1; i <= Math.min(blocks.size() - 1, at + BLOCKS_BELOW); i++) {
      Block block = blocks.get(i);
      if (block.isProse()) {
        break;
      }
      if (block.words() <= LINE_WORDS && !Bylines.isElsewhere(block, at) && isDated(outline, i)) {
        List<String> texts = new ArrayList<>();
        for (Piece piece : pieces(block)) {
          if (piece.text().split(" ").length <= NAME_WORDS && !DATE.matcher(piece.text()).find()) {
            texts.add(piece.text());
          }
        }
        texts.add(block.text());
        bylines.add(new Byline(texts, "desk-near-date", false));
      }
    }
    return bylines;
  }

  private static List<String> names(Block block) {
    List<String> names = new ArrayList<>();
    for (Piece piece : pieces(block)) {
      addIfPlain(piece.text(), names);
    }
    if (names.isEmpty()) {
      addIfPlain(block.text(), names);
    }
    return names;
  }

  /**
   * Returns lines near the headline in which a bar, dot or dash separates a date from the rest. The
   * name in them may have any shape.
   */
  static List<Byline> separated(Outline outline, @Nullable Block headline) {
    List<Byline> bylines = new ArrayList<>();
    int at = headline == null ? 0 : headline.order();
    int end = Math.min(outline.blocks().size(), at + BLOCKS_BELOW);
    for (Block block : outline.blocks().subList(Math.max(0, at - BLOCKS_ABOVE), end)) {
      if (block.words() <= LINE_WORDS
          && !Bylines.isElsewhere(block, at)
          && AuthorNames.isDated(block.text())) {
        bylines.add(new Byline(List.of(block.text()), "name-beside-date", false));
      }
    }
    return bylines;
  }

  /** Returns logins that link to a user's page, from lines with a date. */
  static List<Byline> users(Outline outline, @Nullable Block headline) {
    List<Byline> bylines = new ArrayList<>();
    if (headline == null) {
      return bylines;
    }
    int at = headline.order();
    int end = Math.min(outline.blocks().size(), at + BLOCKS_BELOW);
    for (Block block : outline.blocks().subList(at + 1, end)) {
      if (block.words() <= LINE_WORDS
          && !Bylines.isElsewhere(block, at)
          && DATE.matcher(block.text()).find()) {
        for (Piece piece : pieces(block)) {
          if (USER.matcher(piece.holder().attr("href")).find()) {
            bylines.add(new Byline(List.of(piece.text()), "user-near-date", true));
          }
        }
      }
    }
    return bylines;
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
    return pieces(blocks.get(index)).stream().anyMatch(p -> DATE.matcher(p.text()).find());
  }

  /** Returns the pieces of a line. The line's box may also hold the headline and the lead. */
  private static List<Piece> pieces(Block block) {
    if (block.box().words() > BOX_WORDS) {
      return List.of();
    }
    List<Piece> pieces = NamePieces.of(block.box().element());
    pieces.removeIf(piece -> !block.text().contains(piece.text()));
    return pieces;
  }

  /** Returns a name or a biography in the last lines of the text or right after it. */
  static List<Byline> closing(Outline outline, List<Block> text) {
    List<Byline> bylines = new ArrayList<>();
    if (text.isEmpty()) {
      return bylines;
    }
    for (Block block : text.subList(Math.max(0, text.size() - BIOGRAPHIES), text.size())) {
      addBiography(block, bylines);
    }
    int last = text.get(text.size() - 1).order();
    List<Block> blocks = outline.blocks();
    for (int i = last; i <= Math.min(blocks.size() - 1, last + BEHIND_TEXT); i++) {
      Block block = blocks.get(i);
      if (i > last) {
        addBiography(block, bylines);
      }
      // A longer line is no name, and stripping its ends needs time quadratic in its length.
      if (block.words() > NAME_WORDS
          || block.text().length() > NAME_LENGTH
          || Mark.BYLINE.in(block.marks())
          || Bylines.isElsewhere(block, -1)) {
        continue;
      }
      String line =
          block.text().replaceAll("^[\\s(\\[\u2013\u2014/-]+|(?<![\\s)\\]./])[\\s)\\]./]+$", "");
      if (NameShape.isPlainName(line)) {
        bylines.add(new Byline(List.of(line), "name-below-text", false));
      }
    }
    return bylines;
  }

  /** Adds the person named at the beginning of a biography or a line in italics: the writer. */
  private static void addBiography(Block block, List<Byline> bylines) {
    boolean apart = block.emphasis() >= SET_APART || Mark.BIOGRAPHY.in(block.marks());
    if (!apart || block.words() > BIOGRAPHY_WORDS || Bylines.isElsewhere(block, -1)) {
      return;
    }
    Matcher verb = IS.matcher(block.text());
    if (verb.find() && NameShape.isPlainName(block.text().substring(0, verb.start()))) {
      bylines.add(
          new Byline(
              List.of(block.text().substring(0, verb.start())), "biography-below-text", false));
    }
  }
}
