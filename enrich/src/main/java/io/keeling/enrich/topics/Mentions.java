package io.keeling.enrich.topics;

import io.keeling.enrich.lexicon.Hit;
import java.util.List;

/** Decides on a topic by the terms that mention it. Stateless; threads may share it. */
final class Mentions {

  /**
   * How sure a mention by its terms is: about the share of them that readers gave too, see
   * docs/quality.md.
   */
  static final double SCORE = 0.75;

  private Mentions() {}

  /** The terms of the text; one in the title says nothing that is evidence in the text. */
  static List<Hit> inText(List<Hit> mentioning) {
    return mentioning.stream().filter(hit -> !hit.inTitle()).toList();
  }
}
