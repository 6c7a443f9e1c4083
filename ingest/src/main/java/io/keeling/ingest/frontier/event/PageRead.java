package io.keeling.ingest.frontier.event;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.fetch.Page;
import org.jspecify.annotations.Nullable;

/**
 * A fetch ended, and what was read from what it brought.
 *
 * @param page the page; its body is of no more interest
 * @param news whether it is a listing that led to anything new
 * @param ttlSeconds how long a listing says it need not be asked again, in seconds
 * @param cadence how often a listing says that something appears in it
 * @param letter the dead letter, if it was fetched and could not be read
 */
public record PageRead(
    Page page,
    boolean news,
    @Nullable Long ttlSeconds,
    @Nullable Cadence cadence,
    @Nullable DeadLetter letter)
    implements FrontierEvent {

  /** A fetch that brought no listing that could be read. */
  public static PageRead of(Page page, @Nullable DeadLetter letter) {
    return new PageRead(page, false, null, null, letter);
  }
}
