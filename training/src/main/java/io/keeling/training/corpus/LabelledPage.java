package io.keeling.training.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An invented article of the kind that web sites have, labelled as a whole and paragraph by
 * paragraph.
 *
 * @param title its first line
 * @param article the lines below it, with the labels of the whole
 * @param paragraphs those of these lines that say something, each with its own labels
 */
public record LabelledPage(
    String title, LabelledParagraph article, List<LabelledParagraph> paragraphs) {

  /**
   * Fewest UTF-16 code units of a line that says something: a shorter one is a cross-heading or a
   * sign between two parts.
   */
  private static final int SHORTEST = 40;

  /** What most paragraphs are: nobody labelled them as something else. */
  private static final List<String> NOTHING = List.of("-", "none");

  public LabelledPage {
    paragraphs = List.copyOf(paragraphs);
  }

  /**
   * Reads them.
   *
   * @param folder with {@code pages.tsv}, {@code topics TAB grade TAB text} below a heading, {@code
   *     \n} between paragraphs, and {@code paragraphs.tsv}, {@code page TAB paragraph TAB topics
   *     TAB grade} below a heading, both counted from 1, of the paragraphs that are not none; the
   *     first is the title, whose label nothing is learnt from, as from that of a very short line
   * @throws IOException if a label names no paragraph, or one that has another label
   */
  public static List<LabelledPage> read(Path folder) throws IOException {
    Map<List<String>, List<String>> labels = new HashMap<>();
    for (String[] cells : LabelTable.rows(folder.resolve("paragraphs.tsv"), 4)) {
      if (labels.put(List.of(cells[0], cells[1]), List.of(cells[2], cells[3])) != null) {
        throw new IOException(folder + ": two labels of one paragraph: " + List.of(cells));
      }
    }
    List<LabelledPage> pages = new ArrayList<>();
    for (String[] cells : LabelTable.rows(folder.resolve("pages.tsv"), 3)) {
      String[] lines = cells[2].split("\\\\n");
      String page = Integer.toString(pages.size() + 1);
      List<LabelledParagraph> paragraphs = new ArrayList<>();
      for (int i = 0; i < lines.length; i++) {
        List<String> label = labels.remove(List.of(page, Integer.toString(i + 1)));
        label = label == null ? NOTHING : label;
        if (i > 0 && lines[i].length() >= SHORTEST) {
          paragraphs.add(labelled(label.get(0), label.get(1), lines[i]));
        }
      }
      String text = String.join("\n", List.of(lines).subList(1, lines.length));
      pages.add(new LabelledPage(lines[0], labelled(cells[0], cells[1], text), paragraphs));
    }
    if (!labels.isEmpty()) {
      throw new IOException(folder + ": labels of no paragraph: " + labels.keySet());
    }
    return pages;
  }

  private static LabelledParagraph labelled(String topics, String grade, String text) {
    return new LabelledParagraph(LabelledParagraph.topics(topics), grade, text);
  }
}
