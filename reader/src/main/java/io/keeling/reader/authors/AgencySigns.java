package io.keeling.reader.authors;

import io.keeling.reader.metadata.Chosen;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Outline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where a text without a byline says which agency it is from. */
final class AgencySigns {

  /** A standfirst may stand before the paragraph that begins with the dateline. */
  private static final int DATELINE_BLOCKS = 3;

  /** Share bars and topics stand between a text and the line of its source. */
  private static final int SOURCE_BLOCKS = 8;

  /** The last paragraph and the notes of the editors below it. */
  private static final int NOTES = 3;

  private AgencySigns() {}

  /** The agencies that stand alone in the line right below the headline. */
  static List<String> belowHeadline(Outline outline, @Nullable Block headline) {
    int next = headline == null ? Integer.MAX_VALUE : headline.order() + 1;
    return next < outline.blocks().size()
        ? CollectiveNames.agencies(outline.blocks().get(next).text())
        : List.of();
  }

  /** The agency in the dateline that the text begins with. */
  static List<String> dateline(List<Block> text) {
    for (Block block : text.subList(0, Math.min(DATELINE_BLOCKS, text.size()))) {
      List<String> names = CollectiveNames.inDateline(block.text());
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  /** The agency in brackets that the text ends with, before a note or two. */
  static List<String> atEnd(List<Block> text) {
    for (int i = text.size() - 1; i >= Math.max(0, text.size() - NOTES); i--) {
      List<String> names = CollectiveNames.atEnd(text.get(i).text());
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  /** The agency in brackets at the end, where what is declared is a desk without a name. */
  static List<String> atEndOf(List<Block> text, @Nullable Chosen<List<String>> declared) {
    return declared != null && declared.value().stream().allMatch(CollectiveNames::isNameless)
        ? atEnd(text)
        : List.of();
  }

  /** The source that the last line of the text or one right behind it names. */
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
