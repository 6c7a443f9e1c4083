package io.keeling.desk.index;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of the index follower. Immutable; threads may share it.
 *
 * @param read offset reached, summed over all partitions
 * @param behind records not applied yet; -1 if unknown
 * @param rebuilding why the index is rebuilt, empty if it is not rebuilt
 * @param answering whether an index answers
 * @param problem why the follower cannot update the index, null if it can
 */
public record FollowerState(
    long read, long behind, String rebuilding, boolean answering, @Nullable String problem) {

  static final FollowerState BEGINNING = new FollowerState(0, -1, "", false, null);

  /** Whether every record so far is indexed. */
  public boolean caughtUp() {
    return rebuilding.isEmpty() && behind == 0;
  }

  /** Share of records applied during a rebuild, 0 to 1. */
  public double progress() {
    return behind < 0 ? 0 : read + behind == 0 ? 1 : (double) read / (read + behind);
  }

  /** One line for operators during a rebuild: the reason and the share done. */
  public Optional<String> rebuildingLine() {
    return rebuilding.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the search index is being rebuilt, because %s: %d %% done%s"
                .formatted(
                    rebuilding,
                    (long) Math.floor(progress() * 100),
                    answering ? "; the previous index answers meanwhile" : ""));
  }

  /** This state, but without an open index. */
  FollowerState closed() {
    return new FollowerState(read, behind, rebuilding, false, problem);
  }

  FollowerState failing(@Nullable String line) {
    return new FollowerState(read, behind, rebuilding, answering, line);
  }
}
