package io.keeling.reader.body;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.Marks;
import io.keeling.reader.pruning.BodyContext;
import io.keeling.reader.pruning.PruningRule;
import io.keeling.reader.pruning.WordingRules;
import io.keeling.reader.wording.PhraseList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Builds the text of a live report: the summary from above or beside the posts, then the posts in
 * page order, without the lines that give their times and authors. Serves one page.
 */
final class LiveReport {

  private static final PhraseList SUMMARY = PhraseList.load("phrases/live-summary.txt");

  private static final String POST = "live-post";
  private static final String POST_HEAD = "live-post-head";
  private static final String SUMMARY_RULE = "live-summary";

  private static final int HEADING_WORDS = 7;
  private static final int SUMMARY_WORDS = 500;
  private static final int LINE_WORDS = 4;
  private static final double LINKED = 0.5;

  /** Longest line above a post's text, in words: its time, its author, its topic. */
  private static final int HEAD_WORDS = 12;

  /**
   * Marks that exclude a block from a post. TEASER is not among them, because a post whose headline
   * links to the post itself may be marked so.
   */
  private static final int NO_POST = Marks.EXCLUDED | (Marks.BOXES & ~Mark.TEASER.bit());

  private static final int NO_SUMMARY =
      Marks.EXCLUDED | Mark.set(Mark.COMMENTS, Mark.PROMOTION, Mark.ADVERT, Mark.FOOTER);

  private final Selection selection;
  private final BodyContext context;
  private final List<Box> posts;
  private final Set<Integer> summary = new TreeSet<>();
  private int number;

  LiveReport(Selection selection, BodyContext context, List<Box> posts) {
    this.selection = selection;
    this.context = context;
    this.posts = posts;
  }

  /** Keeps the posts and the summary; returns whether there are any posts. */
  boolean keep() {
    List<Block> blocks = selection.blocks();
    int at = 0;
    for (Box post : posts) {
      while (at < blocks.size() && blocks.get(at).box().order() < post.order()) {
        at++;
      }
      int end = at;
      while (end < blocks.size() && post.holds(blocks.get(end))) {
        end++;
      }
      number += keep(post, blocks.subList(at, end)) ? 1 : 0;
      at = end;
    }
    if (number > 0) {
      keepSummary();
    }
    return number > 0;
  }

  /** Whether a block is in one of the posts. */
  boolean holds(Block block) {
    return posts.stream().anyMatch(post -> post.holds(block));
  }

  /** Returns the number of posts in the text. */
  int number() {
    return number;
  }

  /** Returns the article's blocks, with the summary before the posts. */
  List<Block> ordered() {
    List<Block> above = new ArrayList<>();
    List<Block> rest = new ArrayList<>();
    for (Block block : selection.kept()) {
      boolean first = summary.contains(block.order()) || block.box().order() < posts.get(0).order();
      (first ? above : rest).add(block);
    }
    above.addAll(rest);
    return above;
  }

  private boolean keep(Box post, List<Block> blocks) {
    boolean any = false;
    boolean head = true;
    for (Block block : blocks) {
      if ((block.marksBelow(post) & NO_POST) != 0) {
        continue;
      }
      boolean heading = block.kind() == BlockKind.HEADING;
      head &= heading || !(block.isProse() || block.endsSentence());
      if (head && !heading && block.words() <= HEAD_WORDS) {
        selection.leave(block, POST_HEAD);
      } else if (heading || block.isProse() || block.endsSentence()) {
        if (!selection.isKept(block)
            && PruningRule.striking(WordingRules.ALL, block, context) == null) {
          selection.keep(block, POST);
        }
        any |= !heading && selection.isKept(block);
      }
    }
    return any;
  }

  private void keepSummary() {
    for (Block heading : selection.blocks()) {
      if (heading.words() > HEADING_WORDS
          || !SUMMARY.equal(heading.folded())
          || (heading.marks() & NO_SUMMARY) != 0) {
        continue;
      }
      Box scope = scope(heading);
      if (scope == null) {
        continue;
      }
      boolean any = false;
      for (int i = heading.order() + 1; i < selection.blocks().size(); i++) {
        Block block = selection.blocks().get(i);
        if (!scope.holds(block)) {
          break;
        }
        if (block.words() >= LINE_WORDS
            && block.linkShare() < LINKED
            && (block.marks() & NO_SUMMARY) == 0
            && PruningRule.striking(WordingRules.ALL, block, context) == null) {
          selection.keep(block, SUMMARY_RULE);
          summary.add(block.order());
          any = true;
        }
      }
      if (any) {
        selection.keep(heading, SUMMARY_RULE);
        summary.add(heading.order());
      }
      return;
    }
  }

  /**
   * Returns the box that holds a summary's heading and lines but no posts, or null if there is
   * none.
   */
  private @Nullable Box scope(Block heading) {
    Box scope = heading.box();
    while (scope != null && scope.words() <= heading.words()) {
      scope = scope.parent();
    }
    if (scope == null || scope.words() > SUMMARY_WORDS) {
      return null;
    }
    for (Box post : posts) {
      if (scope.holds(post) || post.holds(scope)) {
        return null;
      }
    }
    return scope;
  }
}
