package io.keeling.verifier.check;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, a line each, without any article's words. For one thread. */
final class Findings {

  private final List<String> lines = new ArrayList<>();

  /** Something is wrong. */
  void add(String format, Object... values) {
    lines.add(format.formatted(values));
  }

  /** Something is wrong unless two values are the same; says so without quoting them. */
  void same(Object expected, Object found, String format, Object... values) {
    if (!java.util.Objects.equals(expected, found)) {
      add(format, values);
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
