package io.keeling.enrich.topics;

import io.keeling.models.files.ModelFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The weight of each of {@link ArticleFeatures} for each question of the verdict: logistic
 * regressions that training fits ({@code FitVerdict}). Immutable; threads may share it.
 */
public final class VerdictWeights {

  /** Whether an article mentions climate change. */
  public static final String CLIMATE = "climate";

  /** Whether an article is about climate change, if it mentions it. */
  public static final String MAIN = "main";

  /** Whether an article is adjacent to climate change, if it does not mention it. */
  public static final String ADJACENT = "adjacent";

  /** Whether an article is about a topic. */
  public static final String TOPIC = "topic";

  /** The feature that every article has. */
  public static final String ALWAYS = "always";

  private static final String RESOURCE = "verdict-en.tsv";

  private final Map<String, Map<String, Double>> weights;

  private VerdictWeights(Map<String, Map<String, Double>> weights) {
    this.weights = weights;
  }

  /** Loads the shipped weights from the class path. */
  static VerdictWeights load() {
    Map<String, Map<String, Double>> weights = new LinkedHashMap<>();
    try (InputStream in = ModelFile.open(VerdictWeights.class, RESOURCE)) {
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .skip(1)
          .map(line -> line.split("\t"))
          .forEach(
              cells ->
                  weights
                      .computeIfAbsent(cells[0], q -> new LinkedHashMap<>())
                      .put(cells[1], Double.valueOf(cells[2])));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load " + RESOURCE, e);
    }
    return new VerdictWeights(weights);
  }

  /** Newly fitted weights, by question and feature. */
  public static VerdictWeights of(Map<String, Map<String, Double>> weights) {
    return new VerdictWeights(new LinkedHashMap<>(weights));
  }

  /**
   * The log odds of the answer yes.
   *
   * @throws IllegalStateException if a feature has no weight, because the weights were fitted for
   *     other features
   */
  public double odds(String question, Map<String, Double> features) {
    Map<String, Double> known = weights.getOrDefault(question, Map.of());
    double odds = weight(known, question, ALWAYS);
    for (Map.Entry<String, Double> feature : features.entrySet()) {
      odds += weight(known, question, feature.getKey()) * feature.getValue();
    }
    return odds;
  }

  private static double weight(Map<String, Double> known, String question, String feature) {
    Double weight = known.get(feature);
    if (weight == null) {
      throw new IllegalStateException("no weight of '" + feature + "' for " + question);
    }
    return weight;
  }

  /** The table that {@link #load} reads. */
  public String table() {
    StringBuilder table = new StringBuilder("question\tfeature\tweight\n");
    weights.forEach(
        (question, of) ->
            of.forEach(
                (feature, weight) ->
                    table.append(
                        String.format(Locale.ROOT, "%s\t%s\t%.4f\n", question, feature, weight))));
    return table.toString();
  }
}
