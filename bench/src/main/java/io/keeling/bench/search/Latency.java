package io.keeling.bench.search;

import java.util.Collections;
import java.util.List;

/** How long answers took, as a line of the benchmarks' tables. */
final class Latency {

  private Latency() {}

  /** Prints median, 95th percentile and longest. */
  static void print(String what, List<Double> millis) {
    Collections.sort(millis);
    System.out.printf(
        "%-32s p50 %7.1f ms   p95 %7.1f ms   longest %7.1f ms%n",
        what,
        millis.get(millis.size() / 2),
        millis.get(millis.size() * 95 / 100),
        millis.get(millis.size() - 1));
  }
}
