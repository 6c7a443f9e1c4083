package io.keeling.storage;

import org.jspecify.annotations.Nullable;

/**
 * How the tables of a database stand to this release.
 *
 * @param condition whether this release can work with them
 * @param version the newest version that was applied; null if none was
 * @param missing versions of this release that were not applied
 */
public record SchemaState(Condition condition, @Nullable String version, int missing) {

  /** Whether this release can work with the tables. */
  public enum Condition {
    /** They are those of this release. */
    CURRENT,
    /** There are none. */
    EMPTY,
    /** They are of an older release; the sink brings them up at its start. */
    OLDER,
    /** They are of a newer release, which this one can write. */
    NEWER,
    /** A migration failed half way. */
    BROKEN
  }
}
