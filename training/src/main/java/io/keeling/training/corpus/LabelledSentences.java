package io.keeling.training.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Sentences of marked text with topics and grades. The text has its own licences and is not kept
 * beside the labels. Whoever labelled them was shown those that a model took for our field or was
 * unsure of; all others are about nothing of it. The numbers were chosen.
 *
 * <p>Immutable; threads may share it.
 */
public final class LabelledSentences {

  /** How many sentences that follow each other make a stretch, of which all are learnt or none. */
  private static final int STRETCH = 24;

  /** How many sentences the articles cut from a stretch have. */
  private static final int[] LENGTHS = {24, 12, 6};

  /** How many sentences of an article make a paragraph. */
  private static final int PARAGRAPH = 3;

  /** The share of an article's sentences from which on it is about what they are about. */
  private static final double SUBJECT = 0.25;

  private static final LabelledParagraph UNRELATED = new LabelledParagraph(Set.of(), "none", "");

  /** What stands close to the word before it, in text cut into words. */
  private static final Pattern CLOSE = Pattern.compile(" (['\u2019][a-z]+\\b|n't\\b|[.,;:!?)%])");

  private final Map<String, List<String>> texts;
  private final Map<String, Map<Integer, LabelledParagraph>> labels;

  private LabelledSentences(
      Map<String, List<String>> texts, Map<String, Map<Integer, LabelledParagraph>> labels) {
    this.texts = texts;
    this.labels = labels;
  }

  /**
   * Reads them.
   *
   * @param table {@code file TAB sentence TAB topics TAB grade} below a heading, sentences counted
   *     from 0
   * @param folder that of the files
   */
  public static LabelledSentences read(Path table, Path folder) throws IOException {
    Map<String, List<String>> texts = new TreeMap<>();
    Map<String, Map<Integer, LabelledParagraph>> labels = new HashMap<>();
    for (String[] cells : LabelTable.rows(table, 4)) {
      if (!texts.containsKey(cells[0])) {
        texts.put(
            cells[0],
            MarkedText.read(folder.resolve(cells[0])).stream()
                .map(LabelledSentences::text)
                .toList());
      }
      int index = Integer.parseInt(cells[1]);
      labels
          .computeIfAbsent(cells[0], f -> new TreeMap<>())
          .put(
              index,
              new LabelledParagraph(
                  LabelledParagraph.topics(cells[2]), cells[3], texts.get(cells[0]).get(index)));
    }
    return new LabelledSentences(texts, labels);
  }

  private static String text(MarkedSentence sentence) {
    return CLOSE.matcher(String.join(" ", sentence.words())).replaceAll("$1");
  }

  /** All sentences that have labels. */
  public List<LabelledParagraph> all() {
    List<LabelledParagraph> all = new ArrayList<>(half(0));
    all.addAll(half(1));
    return all;
  }

  /** The sentences of every other stretch that have labels. */
  public List<LabelledParagraph> half(int which) {
    List<LabelledParagraph> half = new ArrayList<>();
    for (String file : texts.keySet()) {
      Objects.requireNonNull(labels.get(file))
          .forEach(
              (index, sentence) -> {
                if (halfOf(index) == which) {
                  half.add(sentence);
                }
              });
    }
    return half;
  }

  private static int halfOf(int index) {
    return index / STRETCH % 2;
  }

  /** Sentences of every other stretch, labelled or not, as articles of different lengths. */
  public List<LabelledParagraph> articles(int half) {
    List<LabelledParagraph> articles = new ArrayList<>();
    texts.forEach(
        (file, sentences) -> {
          for (int first = 0; first + STRETCH <= sentences.size(); first += STRETCH) {
            int length = LENGTHS[first / STRETCH / 2 % LENGTHS.length];
            for (int at = first; halfOf(first) == half && at < first + STRETCH; at += length) {
              articles.add(article(file, at, at + length));
            }
          }
        });
    return articles;
  }

  private LabelledParagraph article(String file, int first, int end) {
    Map<String, Integer> topics = new TreeMap<>();
    Map<String, Integer> grades = new HashMap<>();
    StringBuilder text = new StringBuilder();
    Map<Integer, LabelledParagraph> labelled = Objects.requireNonNull(labels.get(file));
    List<String> sentences = Objects.requireNonNull(texts.get(file));
    for (int i = first; i < end; i++) {
      LabelledParagraph label = labelled.getOrDefault(i, UNRELATED);
      label.topics().forEach(topic -> topics.merge(topic, 1, Integer::sum));
      grades.merge(label.grade(), 1, Integer::sum);
      text.append(sentences.get(i)).append((i - first) % PARAGRAPH == 2 ? '\n' : ' ');
    }
    double subject = SUBJECT * (end - first);
    Set<String> subjects = new HashSet<>();
    topics.forEach(
        (topic, count) -> {
          if (count >= Math.max(2, subject)) {
            subjects.add(topic);
          }
        });
    return new LabelledParagraph(subjects, grade(grades, subject), text.toString().strip());
  }

  private static String grade(Map<String, Integer> grades, double subject) {
    if (grades.getOrDefault("main", 0) >= subject) {
      return "main";
    }
    if (grades.containsKey("main") || grades.containsKey("mention")) {
      return "mention";
    }
    return grades.getOrDefault("adjacent", 0) >= subject ? "adjacent" : "none";
  }
}
