package io.keeling.training.corpus;

import io.keeling.models.names.EntityType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads marked text: a line {@code word TAB tag} for each word, a blank line behind each sentence.
 * Tags are IOB2: {@code B-PER} begins a person's name, {@code I-PER} continues it, {@code O} is
 * outside; likewise ORG and LOC. Other types (MISC) are read as outside.
 */
public final class MarkedText {

  private static final Map<String, EntityType> TYPES =
      Map.of("PER", EntityType.PERSON, "ORG", EntityType.ORGANIZATION, "LOC", EntityType.LOCATION);

  private MarkedText() {}

  public static List<MarkedSentence> read(Path file) throws IOException {
    List<MarkedSentence> sentences = new ArrayList<>();
    List<String> words = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.isBlank()) {
        add(sentences, words, tags);
      } else {
        String[] cells = line.split("\t");
        words.add(cells[0]);
        tags.add(cells[cells.length - 1]);
      }
    }
    add(sentences, words, tags);
    return sentences;
  }

  private static void add(List<MarkedSentence> sentences, List<String> words, List<String> tags) {
    if (!words.isEmpty()) {
      sentences.add(new MarkedSentence(words, marks(tags)));
      words.clear();
      tags.clear();
    }
  }

  private static List<NameMark> marks(List<String> tags) {
    List<NameMark> marks = new ArrayList<>();
    String open = "";
    int start = 0;
    for (int i = 0; i <= tags.size(); i++) {
      String tag = i < tags.size() ? tags.get(i) : "O";
      if (tag.startsWith("I-") && tag.endsWith(open) && !open.isEmpty()) {
        continue;
      }
      EntityType type = typeOf(open);
      if (type != null) {
        marks.add(new NameMark(start, i, type));
      }
      open = tag.length() > 2 ? tag.substring(1) : "";
      start = i;
    }
    return marks;
  }

  private static @Nullable EntityType typeOf(String open) {
    return open.isEmpty() ? null : TYPES.get(open.substring(1));
  }
}
