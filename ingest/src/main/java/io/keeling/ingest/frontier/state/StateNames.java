package io.keeling.ingest.frontier.state;

/** Names of the frontier's state as Kafka knows it. */
public final class StateNames {

  /** The application's id, the prefix of its internal topics and the group of its consumers. */
  public static final String APPLICATION = "keeling-ingest";

  /** The store of what is known of each source. */
  public static final String SOURCES = "frontier-sources";

  /**
   * The topic where every instance writes what it knows of its sources; compacted, keyed by host
   * and id.
   */
  public static final String SOURCE_STATES = APPLICATION + "-" + SOURCES + "-changelog";

  private StateNames() {}
}
