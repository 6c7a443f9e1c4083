package io.keeling.reader.body;

import io.keeling.reader.images.ImageCredit;
import io.keeling.reader.metadata.PageUrls;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.Marks;
import io.keeling.reader.outline.Outline;
import io.keeling.reader.wording.PhraseList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Marks the texts of other stories around an article, whatever their boxes are called. Three kinds
 * of evidence are weighed, and none decides alone: a heading that announces them; pictures, credits
 * and linked headlines between them; and that they do not use the article's words.
 */
public final class OtherStories {

  private static final PhraseList ANNOUNCING = PhraseList.load("phrases/other-stories.txt");
  private static final PhraseList ANNOUNCING_OF =
      PhraseList.load("phrases/other-stories-start.txt");

  /** Names of the rules for stories below an announcing heading, and for those without one. */
  private static final String ANNOUNCED = "announced-stories";

  private static final String RUN = "run-of-stories";

  private static final int HEADING_WORDS = 7;
  private static final double SET_APART = 0.8;

  private static final int EXCLUDED = Marks.EXCLUDED | Marks.BOXES | Mark.FOOTER.bit();

  /** Maximum number of paragraphs from which an article's words are taken. */
  private static final int FIRST_PARAGRAPHS = 6;

  /**
   * Number of paragraphs taken from a short article, as its later ones may belong to other stories.
   */
  private static final int FEW_PARAGRAPHS = 3;

  /** Minimum number of words in an article's first paragraphs; fewer are not enough evidence. */
  private static final int LEAST_WORDS = 60;

  private static final int LEAST_PARAGRAPHS = 2;

  private static final int CAPTION_WORDS = 70;

  /** Maximum number of wrappers around a single paragraph. */
  private static final int WRAPPERS = 5;

  private OtherStories() {}

  /**
   * Marks other stories, if the page has a headline and a long enough article below it.
   *
   * @param url where the page was fetched, or null
   */
  public static void mark(Outline outline, @Nullable Block headline, @Nullable String url) {
    if (headline == null) {
      return;
    }
    List<Block> blocks = outline.blocks();
    boolean[] announcing = new boolean[blocks.size()];
    for (Block block : blocks) {
      announcing[block.order()] = block != headline && isAnnouncing(block);
    }
    List<Block> core = core(blocks, headline, announcing, OtherStories::holder);
    if (core.size() < LEAST_PARAGRAPHS) {
      core = core(blocks, headline, announcing, OtherStories::holderOfWrapped);
    }
    if (core.size() < LEAST_PARAGRAPHS
        || core.stream().mapToInt(Block::words).sum() < LEAST_WORDS) {
      return;
    }
    StoryWords words = StoryWords.of(headline, core);
    Map<Block, String> others = new HashMap<>();
    StoryRuns runs = new StoryRuns(blocks, core, headline, words, PageUrls.host(url));
    boolean[] found = new AnnouncedStories(outline, core, runs, announcing).find();
    note(found, ANNOUNCED, blocks, others);
    runs.addTo(found);
    note(found, RUN, blocks, others);
    outline.markStories(others);
  }

  private static void note(
      boolean[] found, String rule, List<Block> blocks, Map<Block, String> others) {
    for (Block block : blocks) {
      if (found[block.order()]) {
        others.putIfAbsent(block, rule);
      }
    }
  }

  /**
   * Whether a short line is a heading that announces other stories. A link to one story ("Read
   * also: ...") or a button ("Read more") does not count.
   */
  private static boolean isAnnouncing(Block block) {
    return block.words() <= HEADING_WORDS
        && (block.kind() == BlockKind.HEADING || block.linkShare() == 0)
        && block.kind() != BlockKind.LIST_ITEM
        && (block.marks() & Marks.EXCLUDED) == 0
        && (ANNOUNCING.equal(block.folded()) || ANNOUNCING_OF.starts(block.folded()))
        && isHeading(block);
  }

  private static boolean isHeading(Block block) {
    int colon = block.text().indexOf(':');
    boolean labels = colon >= 0 && colon < block.text().length() - 1;
    return !labels
        && !(block.endsSentence() && colon < 0)
        && (block.kind() == BlockKind.HEADING
            || block.emphasis() >= SET_APART
            || block.kind() == BlockKind.LOOSE
            || ANNOUNCING.equal(block.folded()));
  }

  /** Whether a block right after a picture ends with the picture's credit. */
  static boolean isCreditedCaption(Block block) {
    return block.afterImage()
        && block.words() <= CAPTION_WORDS
        && ImageCredit.in(block.text()) != null;
  }

  /** Whether a block is a paragraph that could be the article's. */
  static boolean isText(Block block) {
    return block.isProse() && (block.marks() & EXCLUDED) == 0 && !isCreditedCaption(block);
  }

  /**
   * Returns the first paragraphs of the box below the headline that has the most text, up to a
   * heading that announces other stories.
   */
  private static List<Block> core(
      List<Block> blocks,
      Block headline,
      boolean[] announcing,
      Function<Block, @Nullable Box> holders) {
    Map<Box, List<Block>> groups = new HashMap<>();
    List<Block> best = List.of();
    int most = 0;
    Map<Box, Integer> words = new HashMap<>();
    for (Block block : blocks.subList(headline.order() + 1, blocks.size())) {
      Box around = isText(block) ? holders.apply(block) : null;
      if (around != null) {
        groups.computeIfAbsent(around, box -> new ArrayList<>()).add(block);
        int sum = words.merge(around, block.words(), Integer::sum);
        if (sum > most) {
          most = sum;
          best = groups.get(around);
        }
      }
    }
    List<Block> core = new ArrayList<>();
    for (Block block : best) {
      boolean closed = false;
      if (!core.isEmpty()) {
        for (int i = core.get(core.size() - 1).order() + 1; i < block.order(); i++) {
          closed |= announcing[i];
        }
      }
      if (core.size() == Math.min(FIRST_PARAGRAPHS, Math.max(FEW_PARAGRAPHS, best.size() / 2))
          || (closed && core.size() >= LEAST_PARAGRAPHS)) {
        break;
      }
      core.add(block);
    }
    return core;
  }

  /** Returns the box around a paragraph and its wrappers. */
  private static @Nullable Box holderOfWrapped(Block block) {
    Box box = block.box();
    for (int level = 0; level < WRAPPERS && box != null && box.words() == block.words(); level++) {
      box = box.parent();
    }
    return box;
  }

  /** Returns the box that holds a paragraph and those beside it. */
  static @Nullable Box holder(Block block) {
    boolean alone = block.kind() != BlockKind.LOOSE;
    return alone || block.box().words() == block.words() ? block.box().parent() : block.box();
  }
}
