package io.keeling.contract.enriched;

/** Checks numbers against the ranges of the JSON Schema. */
final class Range {

  private Range() {}

  /**
   * @throws IllegalArgumentException if the value is not from 0 to 1, or NaN
   */
  static void requireFraction(double value, String what) {
    require(value, 0, 1, what);
  }

  /**
   * @throws IllegalArgumentException if the value is out of range, or NaN
   */
  static void require(double value, double least, double most, String what) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          what + " must be from " + least + " to " + most + ", not " + value);
    }
  }

  /**
   * @throws IllegalArgumentException if the value is less than 1
   */
  static void requirePositive(int value, String what) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " must be 1 or more, not " + value);
    }
  }
}
