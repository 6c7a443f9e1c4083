package io.keeling.training.corpus;

import io.keeling.models.topics.ParagraphCategorizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A paragraph or sentence with its topics and grade, as {@code corpus/topics/GUIDELINE.md}
 * describes them.
 *
 * @param topics ids of topics
 * @param grade how it stands to climate change: main, mention, adjacent or none
 * @param text the paragraph
 */
public record LabelledParagraph(Set<String> topics, String grade, String text) {

  private static final Set<String> GRADES = Set.of("main", "mention", "adjacent", "none");

  public LabelledParagraph {
    topics = Set.copyOf(topics);
    if (!GRADES.contains(grade)) {
      throw new IllegalArgumentException("not a grade: " + grade);
    }
  }

  /**
   * The paragraphs of all files of a folder, in the order of their names: a line for each, {@code
   * topics TAB grade TAB text} below a heading; {@code \\n} in a text is a line break.
   */
  public static List<LabelledParagraph> read(Path folder) throws IOException {
    List<LabelledParagraph> paragraphs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
        for (String[] cells : LabelTable.rows(file, 3)) {
          String text = cells[2].replace("\\n", "\n");
          paragraphs.add(new LabelledParagraph(topics(cells[0]), cells[1], text));
        }
      }
    }
    return paragraphs;
  }

  /** The ids of a table's cell. */
  static Set<String> topics(String cell) {
    return cell.equals("-") ? Set.of() : Set.of(cell.split(","));
  }

  /** The categories of the paragraph: its topics, and what its grade says. */
  public Set<String> categories() {
    Set<String> categories = new HashSet<>(topics);
    if (grade.equals("main")) {
      categories.add(ParagraphCategorizer.MAIN);
    }
    if (grade.equals("main") || grade.equals("mention")) {
      categories.add(ParagraphCategorizer.CLIMATE);
    }
    if (!grade.equals("none")) {
      categories.add(ParagraphCategorizer.RELATED);
    }
    return categories;
  }
}
