package io.keeling.contract.enriched;

/** Checks figures against the range that the JSON Schema promises. */
final class Range {

  private Range() {}

  /**
   * Checks a share or a probability.
   *
   * @throws IllegalArgumentException if it is not from 0 to 1; not-a-number is not
   */
  static void requireFraction(double value, String what) {
    require(value, 0, 1, what);
  }

  /**
   * Checks a figure.
   *
   * @throws IllegalArgumentException if it is out of range; not-a-number is
   */
  static void require(double value, double least, double most, String what) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          what + " must be from " + least + " to " + most + ", not " + value);
    }
  }

  /**
   * Checks a count.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  static void requirePositive(int value, String what) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " must be 1 or more, not " + value);
    }
  }
}
