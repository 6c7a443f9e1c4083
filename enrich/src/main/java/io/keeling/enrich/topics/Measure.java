package io.keeling.enrich.topics;

/**
 * A figure that a decision was made by, and the limit from which on the answer is yes.
 *
 * @param what what was measured, in words
 * @param value what came out
 * @param limit what it took in this article, on the same scale
 */
public record Measure(String what, double value, double limit) {

  /** Both rounded as scores are. */
  static Measure of(String what, double value, double limit) {
    return new Measure(what, Weighing.rounded(value), Weighing.rounded(limit));
  }

  /** Two log odds as probabilities. */
  static Measure ofOdds(String what, double odds, double limit) {
    return of(what, CategorizedArticle.logistic(odds), CategorizedArticle.logistic(limit));
  }
}
