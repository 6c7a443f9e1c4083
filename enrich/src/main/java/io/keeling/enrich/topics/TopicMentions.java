package io.keeling.enrich.topics;

import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.enrich.lexicon.Hit;
import java.util.List;

/** Decides on a topic by the terms that mention it. */
final class TopicMentions {

  /**
   * Score of a topic that is only mentioned: roughly the share of such mentions that readers
   * confirmed ({@code bench/quality.sh topics}).
   */
  static final double SCORE = 0.75;

  /**
   * Fewest terms that mention a topic in an article not about climate. On the opened pages
   * (docs/studies), one mention in four was right with fewer terms, and all were right with this
   * many.
   */
  private static final int SEVERAL = 3;

  private TopicMentions() {}

  /** Whether these terms are enough for a mention in a text of this grade. */
  static boolean fit(ClimateGrade grade, List<Hit> mentioning) {
    return grade != ClimateGrade.NONE
        || mentioning.stream().map(Hit::term).distinct().count() >= SEVERAL;
  }

  /**
   * The terms of the text that show a mention. Everyday words count only near a climate term. In a
   * long text they are not enough unless the topic has another term too, because pages have a word
   * of most topics somewhere, such as "millions" or "firms".
   */
  static List<Hit> telling(List<Hit> mentioning, int words) {
    List<Hit> hits = inText(mentioning);
    boolean named = words <= Weighing.SHORT || hits.stream().anyMatch(hit -> hit.near() == null);
    return named || hits.stream().map(Hit::term).distinct().count() > 1 ? hits : List.of();
  }

  /** The terms in the text itself. A term in the title is not evidence in the text. */
  static List<Hit> inText(List<Hit> mentioning) {
    return mentioning.stream().filter(hit -> !hit.inTitle()).toList();
  }
}
