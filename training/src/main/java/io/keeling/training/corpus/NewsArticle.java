package io.keeling.training.corpus;

import io.keeling.models.names.EntityType;
import io.keeling.models.text.TextAnalyzer;
import io.keeling.models.text.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An article of our own news, as {@code corpus/GUIDELINE.md} describes it: a line {@code # region |
 * beat | style | grade | topics}, then a sentence a line with names as {@code [PER:Amina Yusuf]}.
 *
 * @param grade how it stands to climate change: main, mention, adjacent or none
 * @param topics ids of topics
 * @param lines its lines as they were written, with marks
 */
public record NewsArticle(String grade, Set<String> topics, List<String> lines) {

  private static final Pattern MARK = Pattern.compile("\\[(PER|ORG|LOC|GOV|TEAM):([^\\[\\]]+)]");

  /** A place that stands for its government is a place, one that stands for its team a team. */
  private static final Map<String, EntityType> TYPES =
      Map.of(
          "PER", EntityType.PERSON,
          "ORG", EntityType.ORGANIZATION,
          "LOC", EntityType.LOCATION,
          "GOV", EntityType.LOCATION,
          "TEAM", EntityType.ORGANIZATION);

  public NewsArticle {
    topics = Set.copyOf(topics);
    lines = List.copyOf(lines);
  }

  /** The articles of all files of a folder, in the order of their names. */
  public static List<NewsArticle> read(Path folder) throws IOException {
    List<NewsArticle> articles = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        readFile(file, articles);
      }
    }
    return articles;
  }

  private static void readFile(Path file, List<NewsArticle> articles) throws IOException {
    String[] head = null;
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.startsWith("# ")) {
        add(articles, head, lines);
        head = line.substring(2).split(" \\| ");
        if (head.length != 5) {
          throw new IOException(file + ": not region, beat, style, grade and topics: " + line);
        }
      } else if (!line.isBlank()) {
        lines.add(line);
      }
    }
    add(articles, head, lines);
  }

  private static void add(
      List<NewsArticle> articles,
      String @org.jspecify.annotations.Nullable [] head,
      List<String> lines) {
    if (head != null && !lines.isEmpty()) {
      Set<String> topics = head[4].equals("-") ? Set.of() : Set.of(head[4].split(","));
      articles.add(new NewsArticle(head[3], topics, lines));
      lines.clear();
    }
  }

  /** Its first line, without marks. */
  public String title() {
    return plain(lines.get(0));
  }

  /** Its further lines as paragraphs, without marks. */
  public String text() {
    return String.join(
        "\n\n", lines.subList(1, lines.size()).stream().map(NewsArticle::plain).toList());
  }

  private static String plain(String line) {
    return MARK.matcher(line).replaceAll("$2");
  }

  /** Its sentences with their names, cut as an article's words are cut. */
  public List<MarkedSentence> sentences(TextAnalyzer analyzer) {
    return lines.stream().map(line -> sentence(line, analyzer)).toList();
  }

  private static MarkedSentence sentence(String line, TextAnalyzer analyzer) {
    StringBuilder text = new StringBuilder();
    TreeMap<Integer, Integer> ends = new TreeMap<>();
    List<EntityType> types = new ArrayList<>();
    Matcher mark = MARK.matcher(line);
    while (mark.find()) {
      mark.appendReplacement(text, "");
      int start = text.length();
      text.append(mark.group(2));
      ends.put(start, text.length());
      types.add(TYPES.get(mark.group(1)));
    }
    mark.appendTail(text);
    List<Token> tokens = analyzer.words(text.toString());
    List<NameMark> marks = new ArrayList<>();
    int next = 0;
    for (Map.Entry<Integer, Integer> name : ends.entrySet()) {
      int first = 0;
      while (first < tokens.size() && tokens.get(first).start() < name.getKey()) {
        first++;
      }
      int end = first;
      // The dot of "Ltd." at the end of a sentence is cut off with its word, or not at all.
      while (end < tokens.size() && tokens.get(end).start() < name.getValue()) {
        end++;
      }
      if (first == end || tokens.get(first).start() != name.getKey()) {
        throw new IllegalArgumentException("no word begins where a mark does: " + line);
      }
      marks.add(new NameMark(first, end, types.get(next++)));
    }
    return new MarkedSentence(tokens.stream().map(Token::text).toList(), marks);
  }
}
