package io.keeling.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** News articles that we wrote, for tests that want much text. */
public final class OurNews {

  private static final Path FOLDER = Path.of("../training/corpus/news");

  /** The marks of names, such as {@code [LOC:Belem]}. */
  private static final Pattern MARK = Pattern.compile("\\[[A-Z]+:([^\\[\\]]*)]");

  private OurNews() {}

  /** Title and text of each, as plain text, in an order that is always the same. */
  public static List<String> texts() throws IOException {
    List<Path> files;
    try (Stream<Path> folder = Files.list(FOLDER)) {
      files = folder.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    List<String> texts = new ArrayList<>();
    for (Path file : files) {
      for (String article : Files.readString(file).split("(?m)^# .*\n")) {
        if (!article.isBlank()) {
          texts.add(MARK.matcher(article).replaceAll("$1").strip());
        }
      }
    }
    return texts;
  }
}
