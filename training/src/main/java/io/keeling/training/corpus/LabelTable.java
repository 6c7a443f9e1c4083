package io.keeling.training.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads tables of labels: a heading, and below it rows of cells apart by tabs. */
final class LabelTable {

  private LabelTable() {}

  /**
   * The rows below the heading.
   *
   * @param columns how many cells each row has
   * @throws IOException if the file cannot be read, or a row has another number of cells
   */
  static List<String[]> rows(Path file, int columns) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    List<String[]> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      if (cells.length != columns) {
        throw new IOException(
            "%s, line %d: %d cells, not %d".formatted(file, i + 1, cells.length, columns));
      }
      rows.add(cells);
    }
    return rows;
  }
}
