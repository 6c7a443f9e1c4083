package io.keeling.enrich.topics;

import io.keeling.enrich.lexicon.Hit;
import java.util.List;

/** Decides on a topic by the terms that mention it. Stateless; threads may share it. */
final class Mentions {

  /**
   * The score of a mention by its terms: about the share of them that readers gave too. Chosen by
   * what {@code bench/quality.sh topics} says of mentions.
   */
  static final double SCORE = 0.75;

  private Mentions() {}

  /** The terms of the text; one in the title says nothing that is evidence in the text. */
  static List<Hit> inText(List<Hit> mentioning) {
    return mentioning.stream().filter(hit -> !hit.inTitle()).toList();
  }
}
