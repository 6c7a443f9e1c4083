package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds all Markdown of the repository to what CONTRIBUTING.md says of it. */
class DocumentsTest {

  private static final Path REPOSITORY = Path.of("..");

  /** Longest line but for rows of tables, in characters. */
  private static final int LONGEST_LINE = 160;

  /** Longest cell of a table, in characters: what is longer wants a paragraph. */
  private static final int LONGEST_CELL = 200;

  /** Folders of what is no document of ours: builds, data, and the articles of the press. */
  private static final Set<String> OTHERS = Set.of("target", "node_modules", ".git", "newsroom");

  @Test
  void noLineIsTooLongAndNoCellWantsAParagraph() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path document : documents()) {
      List<String> lines = Files.readAllLines(document);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        boolean row = line.startsWith("|");
        int length =
            row
                ? Arrays.stream(line.split("(?<!\\\\)[|]")).mapToInt(String::length).max().orElse(0)
                : line.length();
        if (length > (row ? LONGEST_CELL : LONGEST_LINE)) {
          wrong.add(REPOSITORY.relativize(document) + ":" + (i + 1) + ": " + length);
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(REPOSITORY)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> Stream.of(file.toString().split("/")).noneMatch(OTHERS::contains))
          .toList();
    }
  }
}
