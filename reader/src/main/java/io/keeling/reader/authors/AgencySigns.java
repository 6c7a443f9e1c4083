package io.keeling.reader.authors;

import io.keeling.reader.metadata.Chosen;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Outline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the agency that a text without a byline names as its source. */
final class AgencySigns {

  /** Number of blocks searched for a dateline, as a standfirst may precede its paragraph. */
  private static final int DATELINE_BLOCKS = 3;

  /**
   * Number of blocks searched after the text, as share bars and topics may precede the source line.
   */
  private static final int SOURCE_BLOCKS = 8;

  /** Number of blocks searched at the end: the last paragraph and the editors' notes below it. */
  private static final int NOTES = 3;

  private AgencySigns() {}

  /** Returns the agencies in the line right below the headline, if it names nothing else. */
  static List<String> belowHeadline(Outline outline, @Nullable Block headline) {
    int next = headline == null ? Integer.MAX_VALUE : headline.order() + 1;
    return next < outline.blocks().size()
        ? CollectiveNames.agencies(outline.blocks().get(next).text())
        : List.of();
  }

  /** Returns the agency in the dateline that the text begins with. */
  static List<String> dateline(List<Block> text) {
    for (Block block : text.subList(0, Math.min(DATELINE_BLOCKS, text.size()))) {
      List<String> names = CollectiveNames.inDateline(block.text());
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  /** Returns the agency in brackets at the end of the text, even if notes follow it. */
  static List<String> atEnd(List<Block> text) {
    for (int i = text.size() - 1; i >= Math.max(0, text.size() - NOTES); i--) {
      List<String> names = CollectiveNames.atEnd(text.get(i).text());
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  /**
   * Returns the agency in brackets at the end of the text, if all declared authors are desks
   * without a name of their own, such as "Redaktion".
   */
  static List<String> atEndOf(List<Block> text, @Nullable Chosen<List<String>> declared) {
    return declared != null && declared.value().stream().allMatch(CollectiveNames::isNameless)
        ? atEnd(text)
        : List.of();
  }

  /** Returns the source named by the last line of the text or a line soon after it. */
  static List<String> source(Outline outline, List<Block> text) {
    List<Block> blocks = outline.blocks();
    int last = text.isEmpty() ? blocks.size() : text.get(text.size() - 1).order();
    for (int i = last; i < Math.min(blocks.size(), last + SOURCE_BLOCKS); i++) {
      List<String> names = CollectiveNames.inSource(blocks.get(i).text());
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }
}
