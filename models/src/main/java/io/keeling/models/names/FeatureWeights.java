package io.keeling.models.names;

import io.keeling.models.files.FeatureTable;
import io.keeling.models.text.KnownPairs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.namefind.TokenNameFinderModel;

/** The weights that a name model learnt for each feature and outcome. Thread-safe. */
final class FeatureWeights {

  private static final String MODEL_ENTRY = "nameFinder.model";

  /** Prefix of features that join a word with the previous one. */
  static final String WORD_BEFORE = "pw,w=";

  /** Prefix of features that join a word with the next one. */
  static final String WORD_BEHIND = "w,nw=";

  private final Map<String, long[][]> shared = new ConcurrentHashMap<>();
  private final KnownPairs pairs;
  private final AbstractModel classifier;
  private final FeatureTable table;

  FeatureWeights(TokenNameFinderModel model) {
    this.classifier = Objects.requireNonNull(model.getArtifact(MODEL_ENTRY));
    this.table = FeatureTable.of(classifier);
    this.pairs = new KnownPairs(table.names(), FeatureWeights::isPair);
  }

  private static boolean isPair(String feature) {
    return feature.startsWith(WORD_BEFORE) || feature.startsWith(WORD_BEHIND);
  }

  int outcomes() {
    return classifier.getNumOutcomes();
  }

  /** Returns the name of an outcome, such as {@code PERSON-start}. */
  String outcome(int index) {
    return classifier.getOutcome(index);
  }

  int outcome(String name) {
    return classifier.getIndex(name);
  }

  /** Returns the weight of a feature for an outcome; 0 if the model has no such weight. */
  double of(String feature, int outcome) {
    return table.weightFor(table.find(feature), outcome);
  }

  /**
   * Adds the weights of a feature that joins two words.
   *
   * @param kind the prefix of the feature, with its equals sign
   */
  void addPair(String kind, String one, String other, double[] sums) {
    int hash = KnownPairs.hash(KnownPairs.hash(kind.hashCode(), one), ",");
    if (pairs.mayHold(KnownPairs.hash(hash, other))) {
      table.add(table.find(kind + one + "," + other), sums);
    }
  }

  /**
   * Returns the weights of a group of features, which many words share. All of the few thousand
   * groups are kept.
   */
  long[][] shared(String group, Supplier<long[][]> make) {
    long[][] known = shared.get(group);
    // {@code computeIfAbsent} may lock even if the key is present.
    return known == null ? shared.computeIfAbsent(group, g -> make.get()) : known;
  }

  /** Returns the weights of those features that the model knows, in their order. */
  long[] of(List<String> features) {
    return Weights.of(table, features.stream().mapToInt(table::find).toArray());
  }
}
