package io.keeling.enrich.topics;

/**
 * A figure behind a decision, and the limit from which the answer is yes.
 *
 * @param what the measured quantity, in words
 * @param value the measured value
 * @param limit the limit for this article, on the same scale
 */
public record Measure(String what, double value, double limit) {

  /** Creates a measure, with both figures rounded like scores. */
  static Measure of(String what, double value, double limit) {
    return new Measure(what, Weighing.rounded(value), Weighing.rounded(limit));
  }

  /** Creates a measure from two log odds, which it converts to probabilities. */
  static Measure ofOdds(String what, double odds, double limit) {
    return of(what, CategorizedArticle.logistic(odds), CategorizedArticle.logistic(limit));
  }
}
