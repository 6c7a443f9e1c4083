package io.keeling.search.text;

import java.util.List;

/**
 * A piece of a text all of which carries the same marks. Immutable; safe to share between threads
 * if the marks are.
 *
 * @param text the piece
 * @param start where it begins in the whole text
 * @param marks the marks on it, in the order their spans begin; empty for bare text
 */
public record Segment<M>(String text, int start, List<M> marks) {

  public Segment {
    marks = List.copyOf(marks);
  }

  public boolean marked() {
    return !marks.isEmpty();
  }
}
