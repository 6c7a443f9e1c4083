package io.keeling.ingest.frontier.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.fetch.FetchPurpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link to a page in a listing, on its way to the frontier of that page's host.
 *
 * @param url canonical address
 * @param purpose article, or a further sitemap
 * @param sourceId the source through which the link was found
 * @param outlet the source's name
 * @param trace id that stays the same from discovery to store
 * @param depth number of listings between the source and the page
 * @param listing kind of the listing with the link; null in records of earlier releases
 * @param published when the page was published, if the listing states it
 * @param updated when the page last changed, if the listing states it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LinkFound(
    String url,
    FetchPurpose purpose,
    String sourceId,
    String outlet,
    String trace,
    int depth,
    @Nullable FetchPurpose listing,
    @Nullable Instant published,
    @Nullable Instant updated)
    implements FrontierEvent {

  @Override
  public void handle(String host, Handler handler) {
    handler.linkFound(host, this);
  }
}
