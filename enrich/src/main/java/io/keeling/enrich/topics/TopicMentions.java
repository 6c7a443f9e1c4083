package io.keeling.enrich.topics;

import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.enrich.lexicon.Hit;
import java.util.List;

/** Decides on a topic by the terms that mention it. */
final class TopicMentions {

  /**
   * The score of a mention by its terms: about the share of them that readers gave too, by {@code
   * bench/quality.sh topics}.
   */
  static final double SCORE = 0.75;

  /**
   * So many terms mention a topic where the article is not of our field otherwise. With fewer, one
   * in four was right, with as many all, on the pages that may be looked at (docs/studies).
   */
  private static final int SEVERAL = 3;

  private TopicMentions() {}

  /** Whether a text with such a grade mentions a topic that has these terms. */
  static boolean fit(ClimateGrade grade, List<Hit> mentioning) {
    return grade != ClimateGrade.NONE
        || mentioning.stream().map(Hit::term).distinct().count() >= SEVERAL;
  }

  /**
   * The terms of the text that mention a topic. In a long text an everyday word, which counts
   * beside what speaks of climate alone, needs another term of the topic: pages have a word of most
   * topics somewhere, such as "millions" or "firms".
   */
  static List<Hit> telling(List<Hit> mentioning, int words) {
    List<Hit> hits = inText(mentioning);
    boolean named = words <= Weighing.SHORT || hits.stream().anyMatch(hit -> hit.near() == null);
    return named || hits.stream().map(Hit::term).distinct().count() > 1 ? hits : List.of();
  }

  /** The terms of the text; one in the title says nothing that is evidence in the text. */
  static List<Hit> inText(List<Hit> mentioning) {
    return mentioning.stream().filter(hit -> !hit.inTitle()).toList();
  }
}
