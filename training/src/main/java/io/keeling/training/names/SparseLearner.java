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
 * docs/studies/names-recipe.md, but for {@link #STEP}.
 *
 * <p>Not for sharing between threads.
 */
final class SparseLearner {

  private static final Logger LOG = LoggerFactory.getLogger(SparseLearner.class);

  /** The learning rate, alpha of FTRL-Proximal. */
  private static final float RATE = 0.1f;

  /** What is added to the root of n before it divides the learning rate, beta of FTRL-Proximal. */
  private static final float RATE_OFFSET = 1;

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

  /** The steps in which weights are stored: rounding to them halves the model's size. */
  private static final double STEP = 1.0 / 64;

  /** The features of OpenNLP's and our own generators that tell the outcomes before. */
  private static final Pattern HISTORY = Pattern.compile("p?po[wf]*=|kpo=");

  /** Share of the examples in which the outcomes before are left out. */
  private static final double FORGET = 0.15;

  private final Examples examples;
  private final int outcomes;

  /** FTRL's z for each feature and outcome. */
  private final float[] z;

  /** The root of FTRL's n for each feature and outcome. */
  private final float[] n;

  /** The weight that z and n make, for each feature and outcome. */
  private final float[] weights;

  private final Random random;
  private final BitSet history;

  private SparseLearner(Examples examples, long seed) {
    this.examples = examples;
    this.outcomes = examples.outcomes().length;
    this.z = new float[examples.features().length * outcomes];
    this.n = new float[z.length];
    this.weights = new float[z.length];
    this.random = new Random(seed);
    this.history = new BitSet(z.length / outcomes);
    String[] features = examples.features();
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
        likely[o] += weights[first + o];
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
          update(feature * outcomes + o, gradient);
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

  private void update(int i, float gradient) {
    float before = n[i];
    float after = (float) Math.sqrt(before * before + gradient * gradient);
    z[i] += gradient - (after - before) / RATE * weights[i];
    n[i] = after;
    float pull = z[i];
    if (pull <= L1 && pull >= -L1) {
      weights[i] = 0;
    } else {
      float beyond = pull > 0 ? pull - L1 : pull + L1;
      weights[i] = -beyond / ((RATE_OFFSET + after) / RATE + L2);
    }
  }

  private GISModel model() {
    String[] features = examples.features();
    List<String> kept = new ArrayList<>();
    List<Context> weights = new ArrayList<>();
    for (int feature = 0; feature < features.length; feature++) {
      List<Integer> used = new ArrayList<>();
      for (int o = 0; o < outcomes; o++) {
        if (rounded(feature * outcomes + o) != 0) {
          used.add(o);
        }
      }
      if (!used.isEmpty()) {
        int first = feature * outcomes;
        kept.add(features[feature]);
        weights.add(
            new Context(
                used.stream().mapToInt(o -> o).toArray(),
                used.stream().mapToDouble(o -> rounded(first + o)).toArray()));
      }
    }
    LOG.info("{} of {} features kept", kept.size(), features.length);
    return new GISModel(
        weights.toArray(Context[]::new), kept.toArray(String[]::new), examples.outcomes());
  }

  private double rounded(int i) {
    return Math.round(weights[i] / STEP) * STEP;
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
