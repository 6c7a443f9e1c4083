package io.keeling.storage;

import org.jspecify.annotations.Nullable;

/**
 * The state of a database's tables, compared with this release.
 *
 * @param version the newest version applied; null if no version was applied
 * @param missing versions of this release that were not applied
 */
public record SchemaState(Condition condition, @Nullable String version, int missing) {

  public enum Condition {
    /** The tables are those of this release. */
    CURRENT,
    /** There are no tables. */
    EMPTY,
    /** The tables are of an older release; the sink migrates them when it starts. */
    OLDER,
    /** The tables are of a newer release; this release can write to them. */
    NEWER,
    /** A migration failed halfway. */
    BROKEN
  }
}
