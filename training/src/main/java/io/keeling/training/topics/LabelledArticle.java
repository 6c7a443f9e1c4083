package io.keeling.training.topics;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import io.keeling.training.corpus.NewsArticle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An article with the grade and the topics that readers gave it; {@code
 * training/corpus/topics/GUIDELINE.md} says how.
 *
 * @param topics those it is about
 * @param mentions those it only speaks of; empty where nobody asked for them
 * @param part {@code dev} or {@code score}
 */
record LabelledArticle(
    String part,
    String grade,
    Set<String> topics,
    Set<String> mentions,
    String title,
    String text) {

  /** The columns of a table of pages, which has no heading. */
  private static final List<String> PAGES = List.of("page", "grade", "topics", "mentions", "part");

  /** Tags whose corrections change the grade or the topics. */
  private static final Set<String> SCORED = Set.of("topic", "climate", "article");

  /** The columns of a table of sentences of pages, by their offsets. */
  private static final List<String> SENTENCES =
      List.of("page", "start", "end", "grade", "topics", "mentions", "part");

  /** Our own news, of which every article was looked at. */
  static List<LabelledArticle> news(Path folder) throws IOException {
    return NewsArticle.read(folder).stream()
        .map(a -> new LabelledArticle("dev", a.grade(), a.topics(), Set.of(), a.title(), a.text()))
        .toList();
  }

  /**
   * The articles of a table whose first line names its columns: {@code grade}, {@code topics},
   * {@code text}, in which {@code \n} is a line break, and others; or of a table of {@link #PAGES}
   * or {@link #SENTENCES}, of which {@code page} is the name under which the article is found in
   * {@code pages}. Without a column {@code part} all are {@code score}. A file of lines of JSON is
   * one of articles that editors corrected, as {@code keeling corrections export} writes it.
   */
  static List<LabelledArticle> read(Path file, Map<String, JsonNode> pages) throws IOException {
    if (file.toString().endsWith(".jsonl")) {
      return corrected(file);
    }
    List<String> lines =
        Files.readAllLines(file, StandardCharsets.UTF_8).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    boolean heading = lines.get(0).startsWith("grade");
    List<String> columns =
        heading
            ? List.of(lines.get(0).split("\t"))
            : lines.get(0).split("\t").length == PAGES.size() ? PAGES : SENTENCES;
    List<LabelledArticle> articles = new ArrayList<>();
    for (String line : lines.subList(heading ? 1 : 0, lines.size())) {
      Map<String, String> row = new HashMap<>();
      String[] cells = line.split("\t", -1);
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), cells[i]);
      }
      JsonNode page = row.containsKey("page") ? pages.get(row.get("page")) : null;
      String raw = row.getOrDefault("text", "");
      String text = page == null ? raw.replace("\\n", "\n") : text(page);
      if (row.containsKey("start")) {
        text =
            text.substring(
                Integer.parseInt(cell(row, "start")), Integer.parseInt(cell(row, "end")));
      }
      String part = row.getOrDefault("part", "score");
      String title = page == null || row.containsKey("start") ? "" : page.path("title").asText();
      articles.add(
          new LabelledArticle(
              part,
              cell(row, "grade"),
              ids(cell(row, "topics")),
              ids(row.getOrDefault("mentions", "-")),
              title,
              text));
    }
    return articles;
  }

  /** Only those of which an editor said something that is scored here, with their text. */
  private static List<LabelledArticle> corrected(Path file) throws IOException {
    List<LabelledArticle> articles = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      JsonNode label = Json.MAPPER.readTree(line);
      if (label.has("text")
          && label.path("corrections").findValuesAsText("tag").stream()
              .anyMatch(SCORED::contains)) {
        articles.add(
            new LabelledArticle(
                label.path("part").asText(),
                label.path("grade").asText(),
                ids(label.path("topics")),
                ids(label.path("mentions")),
                label.path("title").asText(),
                label.path("text").asText()));
      }
    }
    return articles;
  }

  private static Set<String> ids(JsonNode topics) {
    Set<String> ids = new HashSet<>();
    topics.forEach(topic -> ids.add(topic.asText()));
    return ids;
  }

  private static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static Set<String> ids(String topics) {
    return topics.equals("-") ? Set.of() : Set.of(topics.split(","));
  }

  /** Labels of the corpora call it a body. */
  private static String text(JsonNode page) {
    return page.path(page.has("text") ? "text" : "body").asText();
  }

  /** The articles that {@code keeling extract} wrote, by their set and file: {@code aed/0a22}. */
  static Map<String, JsonNode> pages(List<Path> files) throws IOException {
    Map<String, JsonNode> pages = new HashMap<>();
    for (Path file : files) {
      String set = file.getFileName().toString().replace(".jsonl", "");
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        JsonNode node = Json.MAPPER.readTree(line);
        String name = node.path("file").asText().replaceAll(".*/|\\.html.*", "");
        pages.put(set + "/" + name, node);
      }
    }
    return pages;
  }
}
