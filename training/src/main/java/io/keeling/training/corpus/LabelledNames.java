package io.keeling.training.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keeling.models.lexical.NameKind;
import io.keeling.training.corpus.MarkedDocument.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text with its names of all kinds, those that are no person, organisation or place among them.
 *
 * @param language ISO 639-1 code
 * @param text the text
 * @param names where it has which names
 */
public record LabelledNames(String language, String text, Map<Place, NameKind> names) {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, NameKind> KINDS =
      Map.of(
          "PER",
          NameKind.PERSON,
          "ORG",
          NameKind.ORGANIZATION,
          "LOC",
          NameKind.LOCATION,
          "OTH",
          NameKind.OTHER);

  private static final Pattern MARK = Pattern.compile("\\[(PER|ORG|LOC|OTH):([^\\[\\]]+)]");

  public LabelledNames {
    names = Map.copyOf(names);
  }

  /** Returns the kind that a mark stands for. */
  static NameKind kind(String mark) {
    NameKind kind = KINDS.get(mark);
    if (kind == null) {
      throw new IllegalArgumentException("no kind of name: " + mark);
    }
    return kind;
  }

  /**
   * The articles of real news that {@code corpus/real/names.tsv} has labels for.
   *
   * @param labels lines of id, language, number of UTF-16 code units that were read, and names as
   *     {@code START-END-KIND}
   * @param articles lines of JSON with {@code id}, {@code title} and {@code text}
   */
  public static List<LabelledNames> real(Path labels, Path articles) throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(articles, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode article = JSON.readTree(line);
        String title = article.get("title").asText();
        texts.put(
            article.get("id").asText(),
            (title.isEmpty() ? "" : title + "\n") + article.get("text").asText());
      }
    }
    List<LabelledNames> labelled = new ArrayList<>();
    for (String line : Files.readAllLines(labels, StandardCharsets.UTF_8)) {
      String[] cells = line.split("\t", -1);
      @Nullable String text = texts.get(cells[0]);
      if (text == null) {
        throw new IOException(articles + " has no " + cells[0]);
      }
      Map<Place, NameKind> names = new LinkedHashMap<>();
      for (String name : cells[3].isEmpty() ? new String[0] : cells[3].split(" ")) {
        String[] parts = name.split("-");
        names.put(
            new Place(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])), kind(parts[2]));
      }
      labelled.add(
          new LabelledNames(cells[1], text.substring(0, Integer.parseInt(cells[2])), names));
    }
    return labelled;
  }

  /**
   * Our own texts in the files of a folder, whose names begin with their language. A line {@code #
   * kind of page} begins each text, and names are marked as {@code [PER:Amina Yusuf]}.
   */
  public static List<LabelledNames> own(Path folder) throws IOException {
    List<LabelledNames> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        String language = file.getFileName().toString().substring(0, 2);
        for (String text : Files.readString(file).split("(?m)^# .*$")) {
          if (!text.isBlank()) {
            texts.add(marked(language, text.strip()));
          }
        }
      }
    }
    return texts;
  }

  private static LabelledNames marked(String language, String marked) {
    StringBuilder text = new StringBuilder();
    Map<Place, NameKind> names = new LinkedHashMap<>();
    Matcher mark = MARK.matcher(marked);
    while (mark.find()) {
      mark.appendReplacement(text, "");
      int start = text.length();
      text.append(mark.group(2));
      names.put(new Place(start, text.length()), kind(mark.group(1)));
    }
    mark.appendTail(text);
    return new LabelledNames(language, text.toString(), names);
  }

  /** The half of {@code eval/names-LANGUAGE.tsv} that may be opened, without the fourth kind. */
  public static List<LabelledNames> opened(Path folder, String language) throws IOException {
    List<LabelledNames> texts = new ArrayList<>();
    for (MarkedDocument document :
        MarkedArticles.read(folder.resolve("names-" + language + ".tsv"), "dev")) {
      Map<Place, NameKind> names = new LinkedHashMap<>();
      document.names().forEach((place, type) -> names.put(place, NameKind.valueOf(type.name())));
      texts.add(new LabelledNames(language, document.text(), names));
    }
    return texts;
  }
}
