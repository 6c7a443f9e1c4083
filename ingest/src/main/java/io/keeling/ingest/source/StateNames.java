package io.keeling.ingest.source;

/** Names in Kafka of ingest's application and of its source states. */
public final class StateNames {

  /**
   * The Streams application id: the prefix of its internal topics and the group of its consumers.
   */
  public static final String APPLICATION = "keeling-ingest";

  public static final String SOURCES = "frontier-sources";

  /** The compacted topic of all source states, keyed by host and source id. */
  public static final String SOURCE_STATES = APPLICATION + "-" + SOURCES + "-changelog";

  private StateNames() {}
}
