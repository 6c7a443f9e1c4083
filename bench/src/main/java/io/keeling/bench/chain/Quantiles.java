package io.keeling.bench.chain;

import java.util.List;

/**
 * How long something took at the median and at worst, in milliseconds.
 *
 * @param sorted times, shortest first
 */
record Quantiles(List<Double> sorted) {

  static Quantiles of(List<Double> millis) {
    return new Quantiles(millis.stream().sorted().toList());
  }

  private double at(double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
  }

  @Override
  public String toString() {
    return String.format(
        "p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, longest %.0f ms of %d",
        at(0.5), at(0.95), at(0.99), at(1), sorted.size());
  }
}
