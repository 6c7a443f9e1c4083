package io.keeling.training.corpus;

import io.keeling.models.names.EntityType;
import io.keeling.training.corpus.MarkedDocument.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads marked articles that kept their spaces: lines {@code word TAB glue TAB tag}, glue {@code +}
 * where the next word follows without a space, and a line {@code -DOCSTART- TAB part TAB O} before
 * each article.
 */
public final class MarkedArticles {

  private static final Map<String, EntityType> TYPES =
      Map.of("PER", EntityType.PERSON, "ORG", EntityType.ORGANIZATION, "LOC", EntityType.LOCATION);

  private MarkedArticles() {}

  /**
   * The articles of one part of a file.
   *
   * @param part as the file names it: {@code dev} or {@code scored}
   */
  public static List<MarkedDocument> read(Path file, String part) throws IOException {
    List<MarkedDocument> documents = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    boolean wanted = false;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.startsWith("-DOCSTART-")) {
        add(documents, lines);
        wanted = line.split("\t")[1].equals(part);
      } else if (wanted) {
        lines.add(line);
      }
    }
    add(documents, lines);
    return documents;
  }

  private static void add(List<MarkedDocument> documents, List<String> lines) {
    if (!lines.isEmpty()) {
      documents.add(document(lines));
      lines.clear();
    }
  }

  private static MarkedDocument document(List<String> lines) {
    StringBuilder text = new StringBuilder();
    Map<Place, EntityType> names = new LinkedHashMap<>();
    int start = -1;
    int end = -1;
    String tag = "O";
    for (String line : lines) {
      String[] cells = line.isBlank() ? new String[] {"", "", "O"} : line.split("\t");
      if (!cells[2].startsWith("I-")) {
        if (!tag.equals("O")) {
          names.put(new Place(start, end), TYPES.get(tag.substring(2)));
        }
        start = text.length();
        tag = cells[2];
      }
      text.append(cells[0]);
      end = text.length();
      text.append(line.isBlank() ? "\n" : cells[1].equals("+") ? "" : " ");
    }
    return new MarkedDocument(text.toString(), List.of(), names);
  }
}
