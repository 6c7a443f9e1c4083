package io.keeling.models.names.features;

import java.util.List;
import java.util.Locale;
import opennlp.tools.util.featuregen.AdaptiveFeatureGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Tells the model that a word, or its neighbour, begins or continues a known name; the longest name
 * wins. One for each thread.
 */
final class GazetteerFeatures implements AdaptiveFeatureGenerator {

  /** Shorter words in capitals are acronyms rather than names in a headline. */
  private static final int SHORTEST_CAPITALS = 4;

  private final Gazetteer gazetteer;
  private String[] sentence = {};
  private String[] labels = {};

  GazetteerFeatures(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  @Override
  public void createFeatures(List<String> features, String[] tokens, int index, String[] outcomes) {
    if (tokens != sentence) {
      lookUp(tokens);
    }
    for (int i = Math.max(0, index - 1); i <= Math.min(tokens.length - 1, index + 1); i++) {
      if (labels[i] != null) {
        features.add("gz" + (i - index) + "=" + labels[i]);
      }
    }
  }

  private void lookUp(String[] tokens) {
    sentence = tokens;
    labels = new String[tokens.length];
    int i = 0;
    while (i < tokens.length) {
      i += Math.max(1, mark(tokens, i));
    }
  }

  /** Marks the longest known name that begins at a word; returns its length in words. */
  private int mark(String[] tokens, int start) {
    if (tokens[start].isEmpty() || !Character.isUpperCase(tokens[start].charAt(0))) {
      return 0;
    }
    for (int n = Math.min(gazetteer.longest(), tokens.length - start); n >= 1; n--) {
      String label = labelOf(tokens, start, n);
      if (label != null) {
        String size = n > 1 ? "m" : "s";
        for (int i = 0; i < n; i++) {
          labels[start + i] = (i == 0 ? "B" : "I") + size + label;
        }
        return n;
      }
    }
    return 0;
  }

  private @Nullable String labelOf(String[] tokens, int start, int n) {
    StringBuilder name = new StringBuilder();
    StringBuilder titled = new StringBuilder();
    boolean capitals = true;
    for (int i = start; i < start + n; i++) {
      String word = tokens[i];
      if (i > start && !word.equals("-") && !tokens[i - 1].equals("-")) {
        name.append(' ');
        titled.append(' ');
      }
      name.append(word);
      titled.append(word.substring(0, 1)).append(word.substring(1).toLowerCase(Locale.ROOT));
      capitals &= word.equals(word.toUpperCase(Locale.ROOT));
    }
    String label = gazetteer.of(name.toString());
    return label == null && capitals && name.length() >= SHORTEST_CAPITALS
        ? gazetteer.of(titled.toString())
        : label;
  }
}
