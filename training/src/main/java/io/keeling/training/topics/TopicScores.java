package io.keeling.training.topics;

import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds grades and topics against those that readers gave, and prints how far they agree. Not for
 * sharing between threads.
 */
final class TopicScores {

  /** Bins of scores in the calibration table: tenths. */
  private static final int BINS = 10;

  private final Map<String, Count> topics = new TreeMap<>();
  private final Map<String, Map<String, Integer>> confusion = new TreeMap<>();
  private final Count climate = new Count();
  private final List<double[]> bins = new ArrayList<>();
  private int articles;
  private int right;

  TopicScores() {
    for (int i = 0; i < BINS; i++) {
      bins.add(new double[3]);
    }
  }

  /**
   * Counts an article.
   *
   * @param wanted the topics that readers gave it
   */
  void add(LabelledArticle article, Set<String> wanted, Climate found, Set<String> given) {
    articles++;
    String grade = found.grade().name().toLowerCase(Locale.ROOT);
    right += grade.equals(article.grade()) ? 1 : 0;
    confusion.computeIfAbsent(article.grade(), g -> new TreeMap<>()).merge(grade, 1, Integer::sum);
    boolean speaks = article.grade().equals("main") || article.grade().equals("mention");
    climate.add(
        speaks, found.grade() == ClimateGrade.MAIN || found.grade() == ClimateGrade.MENTION);
    double[] bin = bins.get(Math.min(BINS - 1, (int) (found.score() * BINS)));
    bin[0]++;
    bin[1] += found.score();
    bin[2] += speaks ? 1 : 0;
    Set<String> either = new HashSet<>(wanted);
    either.addAll(given);
    for (String topic : either) {
      topics
          .computeIfAbsent(topic, t -> new Count())
          .add(wanted.contains(topic), given.contains(topic));
    }
  }

  /** The share of articles with the right grade. */
  double gradeAccuracy() {
    return (double) right / articles;
  }

  /** The mean of the F1 of the topics that readers gave. */
  double macroF1() {
    return topics.values().stream()
        .filter(c -> c.hits + c.misses > 0)
        .mapToDouble(Count::f1)
        .average()
        .orElse(0);
  }

  /** The mean distance of the climate score from the share of articles that speak of climate. */
  double calibrationError() {
    return bins.stream().mapToDouble(bin -> Math.abs(bin[1] - bin[2])).sum() / articles;
  }

  String summary() {
    Count all = new Count();
    topics.values().forEach(all::add);
    return String.format(
        Locale.ROOT,
        "%d articles: grade %.3f, main or mention %s, topics micro %s, macro F1 %.3f",
        articles,
        gradeAccuracy(),
        climate,
        all,
        macroF1());
  }

  /** Everything, a line each. */
  String details() {
    StringBuilder out = new StringBuilder();
    out.append("grade given by readers -> found\n");
    confusion.forEach((grade, found) -> out.append(line("%-10s %s", grade, found)));
    out.append("topic: P / R / F1 of how many\n");
    topics.forEach(
        (topic, count) ->
            out.append(line("%-30s %s of %d", topic, count, count.hits + count.misses)));
    out.append("climate score: articles, mean score, share that speaks of climate\n");
    for (int i = 0; i < BINS; i++) {
      double[] bin = bins.get(i);
      if (bin[0] > 0) {
        out.append(
            line(
                "%.1f-%.1f %5.0f %.3f %.3f",
                (double) i / BINS,
                (double) (i + 1) / BINS,
                bin[0],
                bin[1] / bin[0],
                bin[2] / bin[0]));
      }
    }
    return out.append(line("expected calibration error %.3f", calibrationError())).toString();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }

  /** Decisions on one question. */
  private static final class Count {

    private int hits;
    private int misses;
    private int wrong;

    void add(boolean wanted, boolean given) {
      hits += wanted && given ? 1 : 0;
      misses += wanted && !given ? 1 : 0;
      wrong += !wanted && given ? 1 : 0;
    }

    void add(Count other) {
      hits += other.hits;
      misses += other.misses;
      wrong += other.wrong;
    }

    double f1() {
      return hits == 0 ? 0 : 2.0 * hits / (2 * hits + misses + wrong);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.3f / %.3f / %.3f",
          hits == 0 ? 0 : (double) hits / (hits + wrong),
          hits == 0 ? 0 : (double) hits / (hits + misses),
          f1());
    }
  }
}
