package io.keeling.reader.dates;

import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.Marks;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Collects the dates that readers see in short lines and at the opening of the text; those near the
 * headline weigh more.
 */
final class VisibleDates {

  static final int ELSEWHERE = Marks.EXCLUDED | Mark.set(Mark.COMMENTS, Mark.RELATED, Mark.FOOTER);

  /** Marks that are ignored near the headline, where they are often wrong. */
  private static final int DOUBTED = Mark.set(Mark.RELATED, Mark.FOOTER);

  /** Marks of content that has a date of its own. */
  private static final int PICTURED = Mark.set(Mark.CAPTION, Mark.FIGURE, Mark.EMBED);

  private static final int NEVER = PICTURED | Mark.COMMENTS.bit();

  private static final int NEVER_LABELLED =
      NEVER | Mark.set(Mark.RELATED, Mark.TEASER, Mark.PROMOTION);

  /** Weight of a line far from the headline that says what its date means. */
  static final double LABELLED = 1.2;

  /** Minimum weight of a line near the headline. */
  static final double NEAR = 5;

  /** Maximum weight of a change's date when it is considered as the date of publication. */
  static final double OF_CHANGE = 3;

  private static final String LINE = "text";
  private static final int LINE_WORDS = 30;
  private static final int LABEL_WORDS = 6;
  private static final int GLUED_WORDS = 400;
  private static final int GLUED_CHARACTERS = 40;
  private static final int NEAR_BLOCKS = 10;
  private static final double FIRST = 3;
  private static final double NAMED = 2;
  private static final double ANNOUNCED = 3;
  private static final double DATELINE = 4;
  private static final double DOUBTFUL = 0.5;
  private static final int SENTENCE_WORDS = 12;
  private static final double WORDY = 2;
  private static final int WORDY_WORDS = 9;
  private static final int BARE_WORDS = 4;
  private static final double ANYWHERE = 0.5;
  private static final int OPENING_BLOCKS = 3;
  private static final int OPENING_CHARACTERS = 80;
  private static final int MOST_LINES = 12;

  private final PageEvidence evidence;
  private final DateList dates;
  private final int top;
  private final int first;
  private final int last;
  private int taken;

  private VisibleDates(
      PageEvidence evidence, DateList dates, @Nullable Block headline, List<Block> text) {
    this.evidence = evidence;
    this.dates = dates;
    this.first = text.isEmpty() ? 0 : text.get(0).order();
    this.last = text.isEmpty() ? Integer.MAX_VALUE : text.get(text.size() - 1).order();
    this.top = headline == null ? first : headline.order();
  }

  static void collect(
      PageEvidence evidence, DateList dates, @Nullable Block headline, List<Block> text) {
    TimeElements.collect(evidence, dates, headline);
    VisibleDates lines = new VisibleDates(evidence, dates, headline, text);
    lines.collect();
    lines.collectOpening(text);
  }

  private void collect() {
    DateRole announced = DateRole.UNSAID;
    for (Block block : evidence.outline().blocks()) {
      if (block.words() <= LINE_WORDS && taken < MOST_LINES && !isElsewhere(block)) {
        read(block, announced);
      }
      announced = announcing(block);
    }
  }

  /** Returns the role that a short line announces for a date in the next line. */
  private static DateRole announcing(Block block) {
    return block.words() <= LABEL_WORDS ? DateRole.announcedBy(block.folded()) : DateRole.UNSAID;
  }

  private void read(Block block, DateRole announced) {
    boolean below = !isBareAbove(block);
    double first = below && taken == 0 ? FIRST : 0;
    double weight = weight(block);
    if (weight + first <= 1) {
      return;
    }
    List<DateText.Found> found = DateText.all(block.text(), dates.style());
    List<DateLine.Dated> line =
        found.isEmpty() ? pieces(block, announced) : DateLine.read(block.text(), found, announced);
    boolean any = false;
    for (DateLine.Dated dated : line) {
      double worth = weight + first;
      worth -= dated.role() == DateRole.UNSAID && isWordy(block) ? WORDY : 0;
      if (isMasthead(block) || (isOfEvent(block) && dated.role() == DateRole.UNSAID)) {
        worth = DOUBTFUL;
      }
      worth = Math.max(worth, DOUBTFUL) + (dated.role() == DateRole.PUBLICATION ? ANNOUNCED : 0);
      worth = dated.role() == DateRole.CHANGE ? Math.min(worth, OF_CHANGE) : worth;
      boolean added = dates.add(dated.date(), "date-line", LINE, worth, dated.role());
      any |= added && below && worth > DOUBTFUL;
    }
    taken += any ? 1 : 0;
  }

  /** Whether a date may be that of an event or picture, mentioned in a sentence or caption. */
  private static boolean isOfEvent(Block block) {
    if (isNamed(block)) {
      return false;
    }
    return (block.marks() & PICTURED) != 0
        ? block.words() > LABEL_WORDS
        : block.words() >= SENTENCE_WORDS && block.endsSentence() && block.isProse();
  }

  private static boolean isNamed(Block block) {
    return Mark.DATE.in(block.marks()) || Mark.BYLINE.in(block.marks());
  }

  /** Reads texts that layout separates and the block joins: {@code Jane Doe}{@code 3 May 2019}. */
  private List<DateLine.Dated> pieces(Block block, DateRole announced) {
    if (block.box().words() > GLUED_WORDS
        || !(block.text().contains("20") || block.text().contains("19"))) {
      return List.of();
    }
    return block
        .box()
        .element()
        .nodeStream(TextNode.class)
        .map(node -> node.text().strip())
        .filter(text -> text.length() <= GLUED_CHARACTERS && block.text().contains(text))
        .map(text -> DateLine.read(text, announced, dates.style()))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /**
   * Whether the names of a block's boxes exclude it. Near the headline and above the text, some
   * names are ignored.
   */
  private boolean isElsewhere(Block block) {
    int marks = block.marks();
    int order = block.order();
    int ignored = order >= top - NEAR_BLOCKS / 2 && order <= top + NEAR_BLOCKS ? DOUBTED : 0;
    if (order >= top && order < first) {
      ignored |= Mark.COMMENTS.bit();
    }
    if (Mark.ARTICLE.in(marks) && Mark.DATE.in(marks)) {
      ignored |= Mark.FOOTER.bit();
    }
    return (marks & ELSEWHERE & ~ignored) != 0;
  }

  /** Whether a block is a short line above the headline, whose date may be today's. */
  private boolean isBareAbove(Block block) {
    return block.order() < top && block.words() <= BARE_WORDS && !Mark.ARTICLE.in(block.marks());
  }

  private static boolean isWordy(Block block) {
    return block.words() > WORDY_WORDS && !isNamed(block);
  }

  /** Whether a block is in the page's header, where newspapers print today's date. */
  private boolean isMasthead(Block block) {
    return block.order() < top
        && Mark.HEADER.in(block.marks())
        && !Mark.ARTICLE.in(block.marks())
        && !Mark.DATE.in(block.marks());
  }

  private double weight(Block block) {
    int order = block.order();
    boolean near =
        order >= top - NEAR_BLOCKS / 2 && order <= Math.max(top, first) + NEAR_BLOCKS / 2;
    boolean around = order >= first - NEAR_BLOCKS && order <= last + NEAR_BLOCKS;
    return (near ? NEAR : around ? 1 : 0) + (isNamed(block) ? NAMED : 0);
  }

  private void collectOpening(List<Block> text) {
    for (Block block : text.subList(0, Math.min(OPENING_BLOCKS, text.size()))) {
      if (block.words() > LINE_WORDS) {
        String opening =
            block.text().substring(0, Math.min(OPENING_CHARACTERS, block.text().length()));
        for (DateText.Found found : DateText.all(opening, dates.style())) {
          if (DateLine.opens(opening, found)) {
            dates.add(found.date(), "dateline", LINE, DATELINE, DateRole.UNSAID);
          }
        }
      }
    }
  }

  /**
   * Adds the dates of lines that say when the page was edited or first published, wherever they
   * are, for example below the articles of a wiki.
   */
  static void labelled(PageEvidence evidence, DateList dates, DateList changes) {
    for (Block block : evidence.outline().blocks()) {
      if (block.words() > LINE_WORDS || (block.marks() & NEVER_LABELLED) != 0) {
        continue;
      }
      for (DateLine.Dated dated : DateLine.read(block.text(), DateRole.UNSAID, dates.style())) {
        if (dated.role() != DateRole.UNSAID) {
          dates.add(dated.date(), "date-labelled", LINE, LABELLED, dated.role());
        }
        if (dated.role() == DateRole.CHANGE) {
          changes.add(dated.date(), "date-labelled", LINE, LABELLED, dated.role());
        }
      }
    }
  }

  /** Adds the first date of any line, where nothing else gives one; short lines come first. */
  static void anywhere(PageEvidence evidence, DateList dates) {
    Predicate<Block> near =
        block -> block.words() <= LINE_WORDS && (block.marks() & (ELSEWHERE | PICTURED)) == 0;
    Predicate<Block> line = block -> block.words() <= LINE_WORDS && (block.marks() & NEVER) == 0;
    first(evidence, dates, "date-anywhere", near);
    // Lines that were searched already are excluded.
    if (dates.isEmpty()) {
      first(evidence, dates, "date-anywhere", line.and(near.negate()));
    }
    if (dates.isEmpty()) {
      first(evidence, dates, "date-in-text", near.or(line).negate().and(Block::isProse));
    }
  }

  private static void first(
      PageEvidence evidence, DateList dates, String origin, Predicate<Block> place) {
    DateRole announced = DateRole.UNSAID;
    for (Block block : evidence.outline().blocks()) {
      if (place.test(block)
          && announced != DateRole.OTHER
          && dates.addLine(block.text(), origin, LINE, ANYWHERE)) {
        return;
      }
      announced = announcing(block);
    }
  }
}
