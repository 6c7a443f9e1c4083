package io.keeling.models.names;

import java.util.List;

/**
 * The model's evidence for one word of a name.
 *
 * @param word the word
 * @param outcome the model's outcome for the word, such as {@code PERSON-start}
 * @param features the features of the word that have a weight for this outcome, strongest first
 */
public record WordEvidence(String word, String outcome, List<Feature> features) {

  /**
   * A feature of a word and its neighbours.
   *
   * @param name in the form of {@code name-features.xml}, such as {@code w&c=kerry,ic}
   * @param weight what the feature adds to the logarithm of the outcome's odds
   */
  public record Feature(String name, double weight) {}

  public WordEvidence {
    features = List.copyOf(features);
  }
}
