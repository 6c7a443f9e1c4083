package io.keeling.models.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.jspecify.annotations.Nullable;

/**
 * What a name model learnt: for each feature, how it speaks for or against each outcome. Immutable
 * and safe to share between threads.
 */
final class FeatureWeights {

  private static final String MODEL_ENTRY = "nameFinder.model";

  /** A feature that the model knows nothing of. */
  private static final Context NONE = new Context(new int[0], new double[0]);

  private static final Context[] NOTHING = {};

  private final AbstractModel classifier;
  private final Map<String, Context> weights;

  @SuppressWarnings("unchecked") // as AbstractModel documents its data structures
  FeatureWeights(TokenNameFinderModel model) {
    this.classifier = Objects.requireNonNull(model.getArtifact(MODEL_ENTRY));
    this.weights = (Map<String, Context>) classifier.getDataStructures()[1];
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

  /** The same; without any weight where the model does not know it. */
  Context ofAny(String feature) {
    return weights.getOrDefault(feature, NONE);
  }

  /** The weights of those features that the model knows, in their order. */
  Context[] of(List<String> features) {
    List<Context> known = new ArrayList<>(features.size());
    for (String feature : features) {
      Context weight = weights.get(feature);
      if (weight != null) {
        known.add(weight);
      }
    }
    return known.isEmpty() ? NOTHING : known.toArray(Context[]::new);
  }
}
