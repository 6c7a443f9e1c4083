package io.keeling.verifier.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, a line each, without any article's words. For one thread. */
final class Findings {

  private final List<String> lines = new ArrayList<>();

  /** Adds that something is wrong. */
  void add(String format, @Nullable Object... values) {
    lines.add(format.formatted(values));
  }

  /** Adds that something is wrong unless two values are the same, without quoting them. */
  void same(
      @Nullable Object expected,
      @Nullable Object found,
      String format,
      @Nullable Object... values) {
    if (!Objects.equals(expected, found)) {
      add(format, values);
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
