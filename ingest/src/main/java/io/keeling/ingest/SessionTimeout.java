package io.keeling.ingest;

/**
 * How long Kafka waits for a sign of life before it gives a consumer's partitions to another one.
 */
public final class SessionTimeout {

  /** Ten seconds, in milliseconds: a killed process is noticed well within a minute. */
  public static final int MILLIS = 10_000;

  private SessionTimeout() {}
}
