package io.keeling.models.names.features;

import java.util.List;
import opennlp.tools.util.featuregen.AdaptiveFeatureGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Adds features to a word if it or its neighbour begins or continues a known name. The longest name
 * wins. Each thread needs its own.
 */
final class GazetteerFeatures implements AdaptiveFeatureGenerator {

  private final Gazetteer gazetteer;
  private String[] sentence = {};
  private @Nullable String[] labels = {};

  GazetteerFeatures(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  @Override
  public void createFeatures(List<String> features, String[] tokens, int index, String[] outcomes) {
    if (tokens != sentence) {
      sentence = tokens;
      labels = gazetteer.labels(tokens);
    }
    for (int i = Math.max(0, index - 1); i <= Math.min(tokens.length - 1, index + 1); i++) {
      if (labels[i] != null) {
        features.add("gz" + (i - index) + "=" + labels[i]);
      }
    }
  }
}
