package io.keeling.desk.index;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a follower is.
 *
 * @param read records read of what there was when it began, or since then
 * @param behind records that it has not applied yet; -1 where it does not know
 * @param rebuilding why the index is made anew, empty where it is not
 * @param answering whether an index answers
 * @param problem what keeps it from following, none if nothing does
 */
public record FollowerState(
    long read, long behind, String rebuilding, boolean answering, @Nullable String problem) {

  static final FollowerState BEGINNING = new FollowerState(0, -1, "", false, null);

  /** Whether everything there is to find is found. */
  public boolean caughtUp() {
    return rebuilding.isEmpty() && behind == 0;
  }

  /** What share of the records is read while an index is made anew, 0 to 1. */
  public double progress() {
    return behind < 0 ? 0 : read + behind == 0 ? 1 : (double) read / (read + behind);
  }

  /** While the index is made anew, a line for people: why, and how far. */
  public Optional<String> rebuildingLine() {
    return rebuilding.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the search index is made anew, because %s: %d %% of it is done%s"
                .formatted(
                    rebuilding,
                    (long) Math.floor(progress() * 100),
                    answering ? "; the one before answers meanwhile" : ""));
  }

  /** The same while no index is open. */
  FollowerState closed() {
    return new FollowerState(read, behind, rebuilding, false, problem);
  }

  FollowerState failing(@Nullable String line) {
    return new FollowerState(read, behind, rebuilding, answering, line);
  }
}
