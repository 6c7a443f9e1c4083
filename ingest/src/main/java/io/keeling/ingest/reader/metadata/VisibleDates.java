package io.keeling.ingest.reader.metadata;

import io.keeling.ingest.reader.outline.Block;
import io.keeling.ingest.reader.outline.Mark;
import io.keeling.ingest.reader.outline.Marks;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Collects the dates that readers see in short lines and at the opening of the text: those near the
 * headline before those elsewhere.
 */
final class VisibleDates {

  static final int ELSEWHERE = Marks.EXCLUDED | Mark.set(Mark.COMMENTS, Mark.RELATED, Mark.FOOTER);

  /** What is believed to be elsewhere only if it does not stand right below the headline. */
  private static final int DOUBTED = Mark.set(Mark.RELATED, Mark.FOOTER);

  /** What a line near the headline is worth, at least. */
  static final double NEAR = 5;

  /** What the date of a change is worth as one of publication. */
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
  private static final double MASTHEAD = 0.5;
  private static final double ANYWHERE = 0.5;
  private static final int OPENING_BLOCKS = 3;
  private static final int OPENING_CHARACTERS = 80;
  private static final int MOST_LINES = 12;

  private final Evidence evidence;
  private final DateList dates;
  private final int top;
  private final int first;
  private final int last;
  private int taken;

  private VisibleDates(
      Evidence evidence, DateList dates, @Nullable Block headline, List<Block> text) {
    this.evidence = evidence;
    this.dates = dates;
    this.first = text.isEmpty() ? 0 : text.get(0).order();
    this.last = text.isEmpty() ? Integer.MAX_VALUE : text.get(text.size() - 1).order();
    this.top = headline == null ? first : headline.order();
  }

  static void collect(
      Evidence evidence, DateList dates, @Nullable Block headline, List<Block> text) {
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
      announced =
          block.words() <= LABEL_WORDS ? DateRole.announcedBy(block.folded()) : DateRole.UNSAID;
    }
  }

  private void read(Block block, DateRole announced) {
    double weight = weight(block);
    if (weight + FIRST <= 1 || (weight <= 1 && taken > 0)) {
      return;
    }
    List<DateLine.Dated> line = DateLine.read(block.text(), announced, dates.style());
    if (line.isEmpty()) {
      line = pieces(block, announced);
    }
    boolean masthead = isMasthead(block);
    boolean any = false;
    for (DateLine.Dated dated : line) {
      double worth = masthead ? MASTHEAD : weight + (taken == 0 ? FIRST : 0);
      worth += dated.role() == DateRole.PUBLICATION ? ANNOUNCED : 0;
      worth = dated.role() == DateRole.CHANGE ? Math.min(worth, OF_CHANGE) : worth;
      any |= dates.add(dated.date(), "date-line", LINE, worth, dated.role());
    }
    taken += any && !masthead ? 1 : 0;
  }

  /** Layout may set apart what the text runs together: {@code Jane Doe}{@code 3 May 2019}. */
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

  /** Names of boxes are believed less right below the headline. */
  private boolean isElsewhere(Block block) {
    boolean below = block.order() >= top && block.order() <= top + NEAR_BLOCKS;
    int ignored = below ? ELSEWHERE & ~DOUBTED : ELSEWHERE;
    return (block.marks() & ignored) != 0;
  }

  /** Newspapers print today's date at the top of each page. */
  private boolean isMasthead(Block block) {
    return block.order() < top
        && Mark.HEADER.in(block.marks())
        && !Mark.ARTICLE.in(block.marks())
        && !Mark.DATE.in(block.marks());
  }

  private double weight(Block block) {
    boolean named = Mark.DATE.in(block.marks()) || Mark.BYLINE.in(block.marks());
    int order = block.order();
    boolean near =
        order >= top - NEAR_BLOCKS / 2 && order <= Math.max(top, first) + NEAR_BLOCKS / 2;
    boolean around = order >= first - NEAR_BLOCKS && order <= last + NEAR_BLOCKS;
    return (near ? NEAR : around ? 1 : 0) + (named ? NAMED : 0);
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

  /** Any line with a date, where nothing else gives one: a short one first. */
  static void anywhere(Evidence evidence, DateList dates) {
    first(
        evidence,
        dates,
        "date-anywhere",
        block -> block.words() <= LINE_WORDS && (block.marks() & ELSEWHERE) == 0);
    if (dates.isEmpty()) {
      first(evidence, dates, "date-anywhere", block -> block.words() <= LINE_WORDS);
    }
    if (dates.isEmpty()) {
      first(evidence, dates, "date-in-text", Block::isProse);
    }
  }

  private static void first(
      Evidence evidence, DateList dates, String origin, Predicate<Block> place) {
    for (Block block : evidence.outline().blocks()) {
      if (place.test(block) && dates.addLine(block.text(), origin, LINE, ANYWHERE)) {
        return;
      }
    }
  }
}
