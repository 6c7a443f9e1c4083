package io.keeling.ingest.frontier.event;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.fetch.Page;
import io.keeling.ingest.source.Cadence;
import org.jspecify.annotations.Nullable;

/**
 * The end of a fetch, and what was read from the page.
 *
 * @param page the page; its body is no longer needed
 * @param news whether the page is a listing with anything new
 * @param ttlSeconds how long the listing asks not to be polled again
 * @param cadence how often links appear in the listing
 * @param letter the dead letter of a page that was fetched and could not be read
 */
public record PageRead(
    Page page,
    boolean news,
    @Nullable Long ttlSeconds,
    @Nullable Cadence cadence,
    @Nullable DeadLetter letter)
    implements FrontierEvent {

  public static PageRead of(Page page, @Nullable DeadLetter letter) {
    return new PageRead(page, false, null, null, letter);
  }

  @Override
  public void handle(String host, Handler handler) {
    handler.pageRead(host, this);
  }
}
