package io.keeling.search.text;

import java.util.Objects;

/**
 * A stretch of a text that carries a mark. Immutable; safe to share between threads if the mark is.
 *
 * @param start offset of the first UTF-16 code unit
 * @param end offset after the last
 * @param mark what the stretch means
 */
public record Span<M>(int start, int end, M mark) {

  public Span {
    Objects.requireNonNull(mark, "mark");
  }
}
