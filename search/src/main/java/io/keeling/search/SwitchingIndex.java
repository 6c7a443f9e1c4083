package io.keeling.search;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers from the current index, and from the next one as soon as that is ready. Threads may share
 * it. Every question throws {@link IndexAwayException} while there is no index.
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
        // The index was closed because another one replaced it; the other one is asked instead.
        SearchIndex next = current;
        asked = next == asked ? null : next;
      }
    }
    throw new IndexAwayException("the search index is not open yet", null);
  }
}
