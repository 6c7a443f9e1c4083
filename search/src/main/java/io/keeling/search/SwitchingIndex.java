package io.keeling.search;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers from whichever index is there, and from another one as soon as that is ready. Threads may
 * share it. Every question throws {@link IndexAwayException} while there is none.
 */
public final class SwitchingIndex extends ForwardingIndex {

  private volatile @Nullable SearchIndex current;

  /** Switches to an index, or to none. */
  public void to(@Nullable SearchIndex index) {
    current = index;
  }

  @Override
  protected <T> T ask(Function<SearchIndex, T> question) {
    SearchIndex asked = current;
    while (asked != null) {
      try {
        return question.apply(asked);
      } catch (IndexAwayException e) {
        // It was closed because another one took its place, which is asked then.
        SearchIndex next = current;
        asked = next == asked ? null : next;
      }
    }
    throw new IndexAwayException("the search index is not there yet", null);
  }
}
