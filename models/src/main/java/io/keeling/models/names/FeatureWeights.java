package io.keeling.models.names;

import io.keeling.models.text.KnownPairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.jspecify.annotations.Nullable;

/**
 * What a name model learnt: for each feature, how it speaks for or against each outcome. Threads
 * share it.
 */
final class FeatureWeights {

  private static final String MODEL_ENTRY = "nameFinder.model";

  /** The beginning of features that join a word with the one before it. */
  static final String WORD_BEFORE = "pw,w=";

  /** The beginning of features that join a word with the one behind it. */
  static final String WORD_BEHIND = "w,nw=";

  private final Map<String, Weights[]> shared = new ConcurrentHashMap<>();
  private final KnownPairs pairs;
  private final AbstractModel classifier;
  private final Map<String, Context> weights;

  @SuppressWarnings("unchecked") // as AbstractModel documents its data structures
  FeatureWeights(TokenNameFinderModel model) {
    this.classifier = Objects.requireNonNull(model.getArtifact(MODEL_ENTRY));
    this.weights = (Map<String, Context>) classifier.getDataStructures()[1];
    this.pairs = new KnownPairs(weights.keySet(), FeatureWeights::isPair);
  }

  private static boolean isPair(String feature) {
    return feature.startsWith(WORD_BEFORE) || feature.startsWith(WORD_BEHIND);
  }

  /** How many outcomes there are. */
  int outcomes() {
    return classifier.getNumOutcomes();
  }

  /** The name of an outcome, such as {@code PERSON-start}. */
  String outcome(int index) {
    return classifier.getOutcome(index);
  }

  /** The index of an outcome. */
  int outcome(String name) {
    return classifier.getIndex(name);
  }

  /** The weights of a feature; null where the model does not know it. */
  @Nullable Context of(String feature) {
    return weights.get(feature);
  }

  /**
   * The weights of a feature that joins two words.
   *
   * @param kind with the sign of equality
   */
  @Nullable Context ofPair(String kind, String one, String other) {
    int hash = KnownPairs.hash(KnownPairs.hash(kind.hashCode(), one), ",");
    return pairs.mayHold(KnownPairs.hash(hash, other))
        ? weights.get(kind + one + "," + other)
        : null;
  }

  /** Weights that many words have; there are a few thousand such groups, so all are kept. */
  Weights[] shared(String group, Supplier<Weights[]> make) {
    Weights[] known = shared.get(group);
    // Computing may lock, even where it finds that there is nothing to compute.
    return known == null ? shared.computeIfAbsent(group, g -> make.get()) : known;
  }

  /** The weights of those features that the model knows, in their order. */
  Weights of(List<String> features) {
    List<Context> known = new ArrayList<>(features.size());
    for (String feature : features) {
      Context weight = weights.get(feature);
      if (weight != null) {
        known.add(weight);
      }
    }
    return Weights.of(known);
  }
}
