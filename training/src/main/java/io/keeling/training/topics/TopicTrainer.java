package io.keeling.training.topics;

import io.keeling.models.names.features.WordClusters;
import io.keeling.models.topics.ParagraphCategorizer;
import io.keeling.models.topics.ParagraphFeatures;
import io.keeling.models.topics.TopicModel;
import io.keeling.models.topics.VectorHeads;
import io.keeling.models.topics.WordVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns a model of topics: for each category a logistic regression of its paragraphs against all
 * others, on their features and on the direction of their words at once. The weights of features
 * are joined in one model for OpenNLP's categorizer, in which nothing speaks for {@link
 * ParagraphCategorizer#NOTHING}; those of directions become {@link VectorHeads}. The parameters
 * were chosen by what docs/studies/how-topic-weights-are-learnt.md compares, but for {@link #STEP}.
 *
 * <p>Not for sharing between threads.
 */
public final class TopicTrainer {

  private static final Logger LOG = LoggerFactory.getLogger(TopicTrainer.class);

  /** Fewest paragraphs of a feature that is learnt. */
  private static final int CUTOFF = 2;

  /** Most iterations of a fit. */
  private static final int ITERATIONS = 80;

  /** The cost of a weight's size. */
  private static final double L1 = 0.03;

  /** The cost of a weight's square. */
  private static final double L2 = 0.3;

  /**
   * How much directions are stretched, so that their weights, which must be free to grow, cost
   * less.
   */
  private static final double STRETCH = 2.45;

  /** The steps in which weights are stored: rounded weights compress better. */
  private static final double STEP = 1.0 / 64;

  private final WordClusters clusters;
  private final WordVectors vectors;

  /**
   * @param clusters those of the name model
   * @param vectors those that ship
   */
  public TopicTrainer(WordClusters clusters, WordVectors vectors) {
    this.clusters = clusters;
    this.vectors = vectors;
  }

  /** Learns all categories that occur in the examples. */
  public TopicModel train(String name, List<TopicExample> examples) throws IOException {
    List<Collection<String>> found = examples.stream().map(this::features).toList();
    List<String> features = frequent(found);
    List<LogisticRegression.Row> rows = rows(examples, found, features);
    LogisticRegression regression = new LogisticRegression(rows, features.size());
    FeatureScales scales =
        new FeatureScales(rows.stream().map(LogisticRegression.Row::features).toList(), features);
    List<String> outcomes = new ArrayList<>(List.of(ParagraphCategorizer.NOTHING));
    TreeSet<String> categories = new TreeSet<>();
    examples.forEach(example -> categories.addAll(example.categories()));
    outcomes.addAll(categories);
    Map<String, Map<Integer, Double>> weights = new TreeMap<>();
    Map<String, double[]> heads = new TreeMap<>();
    for (int outcome = 1; outcome < outcomes.size(); outcome++) {
      boolean[] wanted = new boolean[examples.size()];
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = examples.get(i).categories().contains(outcomes.get(outcome));
      }
      double[] fit = regression.fit(wanted, scales.of(wanted), L1, L2, ITERATIONS);
      if (Arrays.stream(fit).allMatch(weight -> weight == 0)) {
        LOG.warn("nothing was learnt of {}", outcomes.get(outcome));
      }
      collect(features, fit, outcome, weights);
      heads.put(outcomes.get(outcome), head(fit, features.size()));
    }
    return TopicModel.of(
        name, categorizer(weights, outcomes), clusters, vectors, VectorHeads.of(heads));
  }

  private Collection<String> features(TopicExample example) {
    Map<String, Object> extra =
        Map.of(ParagraphFeatures.CLUSTERS, clusters, ParagraphFeatures.LEXICON, example.lexicon());
    return new ParagraphFeatures().extractFeatures(example.words().toArray(String[]::new), extra);
  }

  private static List<String> frequent(List<Collection<String>> found) {
    Map<String, Integer> counts = new TreeMap<>();
    found.forEach(features -> features.forEach(f -> counts.merge(f, 1, Integer::sum)));
    return counts.keySet().stream().filter(f -> counts.getOrDefault(f, 0) >= CUTOFF).toList();
  }

  private List<LogisticRegression.Row> rows(
      List<TopicExample> examples, List<Collection<String>> found, List<String> features) {
    Map<String, Integer> indices = new HashMap<>();
    for (int i = 0; i < features.size(); i++) {
      indices.put(features.get(i), i);
    }
    List<LogisticRegression.Row> rows = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      int[] known =
          found.get(i).stream().filter(indices::containsKey).mapToInt(indices::get).toArray();
      double[] direction = vectors.direction(examples.get(i).words());
      rows.add(
          new LogisticRegression.Row(
              known,
              Arrays.stream(direction).map(d -> d * STRETCH).toArray(),
              examples.get(i).weight()));
    }
    return rows;
  }

  private static void collect(
      List<String> features, double[] fit, int outcome, Map<String, Map<Integer, Double>> weights) {
    for (int i = 0; i < features.size(); i++) {
      double rounded = Math.round(fit[i] / STEP) * STEP;
      if (rounded != 0) {
        weights.computeIfAbsent(features.get(i), f -> new TreeMap<>()).put(outcome, rounded);
      }
    }
  }

  /** The weights of the dimensions, and no intercept: a feature that all paragraphs have is one. */
  private static double[] head(double[] fit, int features) {
    double[] head = new double[fit.length - features + 1];
    for (int d = 0; d < fit.length - features; d++) {
      head[d] = fit[features + d] * STRETCH;
    }
    return head;
  }

  private static DoccatModel categorizer(
      Map<String, Map<Integer, Double>> weights, List<String> outcomes) {
    LOG.info("{} features of {} categories", weights.size(), outcomes.size() - 1);
    Context[] contexts =
        weights.values().stream()
            .map(
                w ->
                    new Context(
                        w.keySet().stream().mapToInt(i -> i).toArray(),
                        w.values().stream().mapToDouble(d -> d).toArray()))
            .toArray(Context[]::new);
    GISModel model =
        new GISModel(
            contexts, weights.keySet().toArray(String[]::new), outcomes.toArray(String[]::new));
    TopicModel.allowFeatures();
    DoccatFactory factory = new DoccatFactory(new FeatureGenerator[] {new ParagraphFeatures()});
    return new DoccatModel("en", model, new HashMap<>(), factory);
  }
}
