package io.keeling.search.text;

import java.util.List;

/**
 * A part of a text with the same marks throughout. Immutable; safe to share between threads if the
 * marks are.
 *
 * @param text the part
 * @param start where it begins in the whole text
 * @param marks its marks, in the order in which their spans begin; empty for unmarked text
 */
public record Segment<M>(String text, int start, List<M> marks) {

  public Segment {
    marks = List.copyOf(marks);
  }

  public boolean marked() {
    return !marks.isEmpty();
  }
}
