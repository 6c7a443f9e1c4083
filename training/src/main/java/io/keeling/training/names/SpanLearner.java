package io.keeling.training.names;

import io.keeling.models.lexical.Candidate;
import io.keeling.models.lexical.NameKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns a semi-Markov conditional random field without transitions (Sarawagi and Cohen, 2004): the
 * probability of a line's names is that of one choice of stretches that do not overlap among all
 * such choices. {@link FtrlWeights} learns the weights, a line at a time. The same lines in the
 * same order give the same model. Not for sharing between threads.
 */
final class SpanLearner {

  private static final Logger LOG = LoggerFactory.getLogger(SpanLearner.class);

  private static final float RATE = 0.3f;
  private static final float L1 = 0.3f;
  private static final float L2 = 0.5f;
  private static final int ROUNDS = 8;
  private static final int KINDS = NameKind.values().length;

  /** A candidate that is no name. */
  private static final int NONE = -1;

  /** A gradient too small to be worth the time. */
  private static final double NEGLIGIBLE = 1e-3;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();

  /**
   * A line to learn from.
   *
   * @param starts of the candidates, by their ends
   * @param answers the kind of each, or {@link #NONE}
   */
  private record Line(int size, int[] starts, int[] ends, int[][] features, int[] answers) {}

  /**
   * Adds a line.
   *
   * @param size the number of its units
   * @param features of each candidate
   * @param kinds of the candidates that are names
   */
  void add(
      int size,
      List<Candidate> candidates,
      List<List<String>> features,
      Map<Candidate, NameKind> kinds) {
    int count = candidates.size();
    Line line = new Line(size, new int[count], new int[count], new int[count][], new int[count]);
    for (int i = 0; i < count; i++) {
      Candidate candidate = candidates.get(i);
      line.starts[i] = candidate.start();
      line.ends[i] = candidate.end();
      line.features[i] = features.get(i).stream().mapToInt(this::number).toArray();
      NameKind kind = kinds.get(candidate);
      line.answers[i] = kind == null ? NONE : kind.ordinal();
    }
    lines.add(line);
  }

  private int number(String feature) {
    Integer known = numbers.putIfAbsent(feature, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  GISModel learn(long seed) {
    FtrlWeights weights = new FtrlWeights(numbers.size() * KINDS, RATE, L1, L2);
    Random random = new Random(seed);
    List<Line> order = new ArrayList<>(lines);
    for (int round = 1; round <= ROUNDS; round++) {
      java.util.Collections.shuffle(order, random);
      double loss = 0;
      for (Line line : order) {
        loss += learn(line, weights);
      }
      LOG.info("round {}: loss {}", round, loss / order.size());
    }
    return model(weights);
  }

  private static double learn(Line line, FtrlWeights weights) {
    int count = line.starts.length;
    double[][] scores = new double[count][KINDS];
    double[] all = new double[count];
    double right = 0;
    for (int i = 0; i < count; i++) {
      for (int feature : line.features[i]) {
        for (int kind = 0; kind < KINDS; kind++) {
          scores[i][kind] += weights.get(feature * KINDS + kind);
        }
      }
      all[i] = logSum(scores[i]);
      right += line.answers[i] == NONE ? 0 : scores[i][line.answers[i]];
    }
    double[] forward = forward(line, all);
    double[] backward = backward(line, all);
    double total = forward[line.size];
    for (int i = 0; i < count; i++) {
      double outside = forward[line.starts[i]] + backward[line.ends[i]] - total;
      for (int kind = 0; kind < KINDS; kind++) {
        double expected = Math.exp(outside + scores[i][kind]);
        float gradient = (float) (expected - (line.answers[i] == kind ? 1 : 0));
        if (Math.abs(gradient) > NEGLIGIBLE) {
          for (int feature : line.features[i]) {
            weights.update(feature * KINDS + kind, gradient);
          }
        }
      }
    }
    return total - right;
  }

  /** The log of the sum over all choices in the units before each place. */
  private static double[] forward(Line line, double[] all) {
    double[] sums = new double[line.size + 1];
    int next = 0;
    for (int end = 1; end <= line.size; end++) {
      sums[end] = sums[end - 1];
      for (; next < all.length && line.ends[next] == end; next++) {
        sums[end] = logAdd(sums[end], sums[line.starts[next]] + all[next]);
      }
    }
    return sums;
  }

  /** The log of the sum over all choices in the units from each place on. */
  private static double[] backward(Line line, double[] all) {
    List<List<Integer>> byStart = new ArrayList<>();
    for (int i = 0; i <= line.size; i++) {
      byStart.add(new ArrayList<>());
    }
    for (int i = 0; i < all.length; i++) {
      byStart.get(line.starts[i]).add(i);
    }
    double[] sums = new double[line.size + 1];
    for (int start = line.size - 1; start >= 0; start--) {
      sums[start] = sums[start + 1];
      for (int i : byStart.get(start)) {
        sums[start] = logAdd(sums[start], sums[line.ends[i]] + all[i]);
      }
    }
    return sums;
  }

  private static double logSum(double[] values) {
    double sum = values[0];
    for (int i = 1; i < values.length; i++) {
      sum = logAdd(sum, values[i]);
    }
    return sum;
  }

  private static double logAdd(double one, double other) {
    double high = Math.max(one, other);
    return high + Math.log1p(Math.exp(Math.min(one, other) - high));
  }

  private GISModel model(FtrlWeights weights) {
    String[] names = new String[numbers.size()];
    numbers.forEach((name, number) -> names[number] = name);
    List<String> kept = new ArrayList<>();
    List<Context> contexts = new ArrayList<>();
    for (int feature = 0; feature < names.length; feature++) {
      int first = feature * KINDS;
      int[] used =
          java.util.stream.IntStream.range(0, KINDS)
              .filter(kind -> weights.rounded(first + kind) != 0)
              .toArray();
      if (used.length > 0) {
        kept.add(names[feature]);
        contexts.add(
            new Context(
                used,
                java.util.Arrays.stream(used)
                    .mapToDouble(kind -> weights.rounded(first + kind))
                    .toArray()));
      }
    }
    LOG.info("{} lines, {} of {} features kept", lines.size(), kept.size(), names.length);
    String[] outcomes = new String[KINDS];
    for (NameKind kind : NameKind.values()) {
      outcomes[kind.ordinal()] = kind.name();
    }
    return new GISModel(contexts.toArray(Context[]::new), kept.toArray(String[]::new), outcomes);
  }
}
