package io.keeling.reader.body;

import io.keeling.reader.metadata.Chosen;
import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.metadata.TitleFinder.Headline;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Marks;
import io.keeling.reader.outline.Outline;
import io.keeling.reader.pruning.BodyContext;
import io.keeling.reader.pruning.PlaceRules;
import io.keeling.reader.pruning.PruningRule;
import io.keeling.reader.pruning.WordingRules;
import io.keeling.reader.structured.LiveUpdates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article's text on a page: the box that holds it, what belongs to it outside that box,
 * and what does not belong to it inside.
 */
public final class BodyFinder {

  private BodyFinder() {}

  public static Body find(PageEvidence evidence, Headline headline, List<String> authors) {
    Outline outline = evidence.outline();
    Selection selection = new Selection(outline.blocks());
    ContentRoot root = ContentRoot.find(outline, headline.block());
    BodyContext context = BodyContext.of(root.box(), evidence, headline, authors);
    for (Block block : outline.blocks()) {
      if (root.box().holds(block)) {
        selection.keep(block, root.rule());
      }
    }
    HeadedSections.drop(selection);
    prune(selection, context);
    completeByPath(outline, selection, root.box());
    boolean sure = root.rule().equals(ContentRoot.OF_HEADLINE) && !Rescue.isNothing(selection);
    if (!sure && Rescue.isSuspicious(selection, outline)) {
      Rescue.tryAll(selection, outline);
    }
    String articleBody = evidence.structured().ofArticle("articleBody");
    StructuredMask mask = articleBody == null ? null : new StructuredMask(articleBody);
    if (mask != null) {
      mask.apply(selection);
    }
    LiveReport report =
        new LiveReport(selection, context, LivePosts.find(evidence, headline.block()));
    boolean live = report.keep();
    Chosen<String> note =
        CorrectionNotes.take(selection, headline.block(), evidence, report::holds);
    CipheredBlocks.drop(selection, evidence.language());
    Block standfirst = above(selection, context, headline.block());
    ClosingRules.apply(selection, context);
    Repetition.drop(selection);
    dropEmptyHeadings(selection);
    if (mask != null && mask.isMuchLongerThan(selection)) {
      return elsewhere(mask.text(), "json-ld:articleBody", standfirst, selection, note);
    }
    String scripted = ScriptedBody.find(outline, selection, context);
    if (scripted != null) {
      return elsewhere(scripted, "embedded-state", standfirst, selection, note);
    }
    if (live) {
      String text = BodyText.of(report.ordered());
      return new Body(text, root.rule(), root.box(), standfirst, selection, report.number(), note);
    }
    return declaredPosts(evidence, selection, root, standfirst, note);
  }

  /**
   * Returns a body made from a text other than the page's blocks, and takes the notes out of it.
   */
  private static Body elsewhere(
      String text,
      String rule,
      @Nullable Block standfirst,
      Selection selection,
      @Nullable Chosen<String> note) {
    CorrectionNotes.Parted parted = CorrectionNotes.part(text);
    Chosen<String> own = parted.note() == null ? note : parted.note();
    return new Body(parted.text(), rule, null, standfirst, selection, null, own);
  }

  /** Returns the text, followed by posts that a live report declares but does not show. */
  private static Body declaredPosts(
      PageEvidence evidence,
      Selection selection,
      ContentRoot root,
      @Nullable Block standfirst,
      @Nullable Chosen<String> note) {
    String text = BodyText.of(selection.kept());
    LiveUpdates updates = LiveUpdates.of(evidence.structured());
    if (updates.posts().isEmpty()
        || updates.words() <= selection.words()
        || updates.standIn(text)) {
      return new Body(text, root.rule(), root.box(), standfirst, selection, null, note);
    }
    List<String> parts = new ArrayList<>();
    if (!Rescue.isNothing(selection)) {
      parts.add(text);
    }
    parts.addAll(updates.posts());
    return new Body(
        String.join("\n\n", parts),
        "json-ld:liveBlogUpdate",
        null,
        standfirst,
        selection,
        updates.posts().size(),
        note);
  }

  /** Adds the blocks above the text that belong to it, and returns the standfirst or null. */
  private static @Nullable Block above(
      Selection selection, BodyContext context, @Nullable Block headline) {
    int first = selection.firstText();
    Block standfirst = Standfirst.find(selection, context, headline);
    if (standfirst != null) {
      selection.keep(standfirst, "standfirst");
    }
    for (Block lead : Lead.between(selection, context, headline, first)) {
      selection.keep(lead, "lead");
    }
    return standfirst;
  }

  private static void prune(Selection selection, BodyContext context) {
    for (Block block : selection.kept()) {
      PruningRule rule = PruningRule.striking(PlaceRules.ALL, block, context);
      if (rule == null) {
        rule = PruningRule.striking(WordingRules.ALL, block, context);
      }
      if (rule != null) {
        selection.leave(block, rule.nameFor(block));
      }
    }
  }

  private static void completeByPath(Outline outline, Selection selection, Box root) {
    Map<Long, Integer> paths = new HashMap<>();
    for (Block block : selection.kept()) {
      if (block.isProse()) {
        paths.merge(block.box().path(), 1, Integer::sum);
      }
    }
    for (Block block : outline.blocks()) {
      if (!selection.isKept(block)
          && !root.holds(block)
          && block.kind() != BlockKind.CELL
          && block.linkShare() < 0.5
          && (block.marks() & (Marks.EXCLUDED | Marks.BOXES)) == 0
          && paths.getOrDefault(block.box().path(), 0) >= 3) {
        selection.keep(block, "same-path");
      }
    }
  }

  private static void dropEmptyHeadings(Selection selection) {
    List<Block> blocks = selection.blocks();
    boolean textBelow = false;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      Block block = blocks.get(i);
      if (block.kind() == BlockKind.HEADING) {
        if (selection.isKept(block) && !textBelow) {
          selection.leave(block, "heading-without-text");
        }
        textBelow = selection.isKept(block) && textBelow;
      } else {
        textBelow |= selection.isKept(block);
      }
    }
  }
}
