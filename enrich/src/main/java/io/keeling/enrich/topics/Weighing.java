package io.keeling.enrich.topics;

import io.keeling.enrich.lexicon.Hit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weighs what a lexicon found against the length of the article. Each repetition of a term adds
 * less mass; a title and a beginning weigh more; a longer article needs more mass to be about
 * something. The figures were tuned on our own texts.
 */
final class Weighing {

  /** Weight of a hit in the title, as a multiple of one in the text. */
  private static final double TITLE = 1.6;

  /** Weight of a hit in the beginning, as a multiple of one further down. */
  private static final double LEAD = 1.25;

  /** The beginning of a text, in UTF-16 code units: about the first paragraph. */
  static final int LEAD_LENGTH = 400;

  /** Length from which a text has a distinct beginning, in words. */
  static final int SHORT = 150;

  /**
   * Mass that gives a short text a score of one half. A single term of weight 3 reaches it, a
   * lighter one does not.
   */
  private static final double MASS = 2.8;

  /** The mass at which a very short text is about climate change: it says so once. */
  private static final double CLIMATE_MASS = 2;

  /** Length up to which a text is a sentence or two, in words. */
  private static final int SENTENCES = 80;

  /**
   * How much more mass each doubling beyond {@link #SENTENCES} needs, relative to {@link
   * #CLIMATE_MASS}.
   */
  private static final double CLIMATE_GROWTH = 0.7;

  /** How much more mass each doubling of the length needs, relative to {@link #MASS}. */
  private static final double GROWTH = 0.45;

  /** Weights of the first, second ... occurrence of a term, relative to the first. */
  private static final double[] REPETITION = {1, 0.6, 0.4, 0.3};

  /** Weight of each further occurrence. */
  private static final double FURTHER = 0.15;

  private Weighing() {}

  /** The mass of the hits in a passage, wherever they are in it. */
  static double mass(List<Hit> hits) {
    return mass(hits, 0);
  }

  /** The mass of the hits in a text of this many words. */
  static double mass(Iterable<Hit> hits, int words) {
    Map<String, Integer> seen = new HashMap<>();
    double mass = 0;
    for (Hit hit : hits) {
      int count = seen.merge(hit.term(), 1, Integer::sum);
      double part = count <= REPETITION.length ? REPETITION[count - 1] : FURTHER;
      boolean lead = words > SHORT && hit.start() < LEAD_LENGTH;
      mass += hit.weight() * part * (hit.inTitle() ? TITLE : lead ? LEAD : 1);
    }
    return mass;
  }

  /** The score of a mass in an article of a number of words, 0 to 1. */
  static double score(double mass, int words) {
    return mass / (mass + enough(words));
  }

  /** How far an article of this many words is about climate change, 0 to 1; from 0.5 on it is. */
  static double climateScore(double mass, int words) {
    double doublings = Math.max(0, StrictMath.log((double) words / SENTENCES) / StrictMath.log(2));
    return mass / (mass + CLIMATE_MASS * (1 + CLIMATE_GROWTH * doublings));
  }

  /** The mass that gives a score of one half. */
  static double enough(int words) {
    double doublings = Math.max(0, StrictMath.log((double) words / SHORT) / StrictMath.log(2));
    return MASS * (1 + GROWTH * doublings);
  }

  /** A score rounded for output. */
  static double rounded(double score) {
    return Math.rint(score * 1000) / 1000;
  }
}
