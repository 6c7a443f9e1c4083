package io.keeling.training.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns a maximum entropy model that uses few of the features it is shown: FTRL-Proximal with an
 * L1 penalty (McMahan et al., "Ad Click Prediction: a View from the Trenches", KDD 2013), one
 * weight for each feature and outcome. OpenNLP's own maxent trainers are too slow for this many
 * features, and its perceptron keeps every one. The parameters were chosen on the corpora of
 * docs/studies/names-recipe.md, but for the step of the weights.
 *
 * <p>Not for sharing between threads.
 */
final class SparseLearner {

  private static final Logger LOG = LoggerFactory.getLogger(SparseLearner.class);

  /** The learning rate. */
  private static final float RATE = 0.1f;

  /** The cost of a weight's size. */
  private static final float L1 = 0.4f;

  /** The cost of a weight's square. */
  private static final float L2 = 0.5f;

  /** How often all examples are learnt from. */
  private static final int ROUNDS = 6;

  /**
   * The probability of an outcome below which it teaches nothing worth the time if it is rightly
   * so.
   */
  private static final double NEGLIGIBLE = 1e-4;

  /** The features of OpenNLP's and our own generators that tell the outcomes before. */
  private static final Pattern HISTORY = Pattern.compile("p?po[wf]*=|kpo=");

  /** Share of the examples in which the outcomes before are left out. */
  private static final double FORGET = 0.15;

  private final Examples examples;
  private final int outcomes;

  /** The weight of each feature and outcome. */
  private final FtrlWeights weights;

  private final Random random;
  private final BitSet history;

  private SparseLearner(Examples examples, long seed) {
    this.examples = examples;
    this.outcomes = examples.outcomes().length;
    String[] features = examples.features();
    this.weights = new FtrlWeights(features.length * outcomes, RATE, L1, L2);
    this.random = new Random(seed);
    this.history = new BitSet(features.length);
    for (int i = 0; i < features.length; i++) {
      history.set(i, HISTORY.matcher(features[i]).lookingAt());
    }
  }

  static GISModel learn(Examples examples, long seed) {
    SparseLearner learner = new SparseLearner(examples, seed);
    int[] order = new int[examples.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int round = 1; round <= ROUNDS; round++) {
      shuffle(order, learner.random);
      double loss = 0;
      for (int example : order) {
        loss += learner.learn(example);
      }
      LOG.info("round {}: loss {}", round, loss / order.length);
    }
    return learner.model();
  }

  /** Learns from one example; returns what the model would have lost on it before. */
  private double learn(int example) {
    int[] context = thinned(examples.context(example));
    int answer = examples.answer(example);
    double[] likely = new double[outcomes];
    for (int feature : context) {
      int first = feature * outcomes;
      for (int o = 0; o < outcomes; o++) {
        likely[o] += weights.get(first + o);
      }
    }
    double sum = 0;
    for (int o = 0; o < outcomes; o++) {
      likely[o] = Math.exp(likely[o]);
      sum += likely[o];
    }
    for (int o = 0; o < outcomes; o++) {
      likely[o] /= sum;
      float gradient = (float) (likely[o] - (o == answer ? 1 : 0));
      if (Math.abs(gradient) > NEGLIGIBLE) {
        for (int feature : context) {
          weights.update(feature * outcomes + o, gradient);
        }
      }
    }
    return -Math.log(Math.max(likely[answer], Double.MIN_NORMAL));
  }

  /**
   * The features without, now and then, those that tell the outcomes before: at run time they may
   * be wrong, so that the model must not lean on them alone.
   */
  private int[] thinned(int[] context) {
    if (random.nextDouble() >= FORGET) {
      return context;
    }
    return Arrays.stream(context).filter(feature -> !history.get(feature)).toArray();
  }

  private GISModel model() {
    String[] features = examples.features();
    List<String> kept = new ArrayList<>();
    List<Context> contexts = new ArrayList<>();
    for (int feature = 0; feature < features.length; feature++) {
      List<Integer> used = new ArrayList<>();
      for (int o = 0; o < outcomes; o++) {
        if (weights.rounded(feature * outcomes + o) != 0) {
          used.add(o);
        }
      }
      if (!used.isEmpty()) {
        int first = feature * outcomes;
        kept.add(features[feature]);
        contexts.add(
            new Context(
                used.stream().mapToInt(o -> o).toArray(),
                used.stream().mapToDouble(o -> weights.rounded(first + o)).toArray()));
      }
    }
    LOG.info("{} of {} features kept", kept.size(), features.length);
    return new GISModel(
        contexts.toArray(Context[]::new), kept.toArray(String[]::new), examples.outcomes());
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int held = order[i];
      order[i] = order[j];
      order[j] = held;
    }
  }
}
