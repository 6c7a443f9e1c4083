package io.keeling.models.names;

import java.util.List;

/**
 * What the model saw in one word of a name.
 *
 * @param word the word
 * @param outcome what the model takes it for, such as {@code PERSON-start}
 * @param features the features that fired and have a weight for that outcome, strongest first
 */
public record WordEvidence(String word, String outcome, List<Feature> features) {

  /**
   * A feature of a word and its neighbours.
   *
   * @param name as {@code name-features.xml} makes it, such as {@code w&c=kerry,ic}
   * @param weight what it adds to the logarithm of the outcome's odds
   */
  public record Feature(String name, double weight) {}

  public WordEvidence {
    features = List.copyOf(features);
  }
}
