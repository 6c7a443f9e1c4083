package io.keeling.ingest.frontier.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.fetch.FetchPurpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A listing leads to a page; on its way to the frontier of that page's host.
 *
 * @param url canonical address
 * @param purpose article, or a further sitemap
 * @param sourceId the source that led here
 * @param outlet the source's name
 * @param trace one id from discovery to store
 * @param depth how many listings lie between the source and the page
 * @param listing what kind of listing led here; null from a release that did not tell
 * @param published when it was published, if the listing says so
 * @param updated when it was last changed, if the listing says so
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
    implements FrontierEvent {}
