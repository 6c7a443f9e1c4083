package io.keeling.ingest.frontier.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.ingest.frontier.event.LinkFound;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the frontier knows of a link it has seen. Immutable.
 *
 * @param url canonical address
 * @param purpose article, or a further sitemap
 * @param sourceId the source that first led here
 * @param outlet that source's name
 * @param trace one id from discovery to store
 * @param depth how many listings lie between the source and the page
 * @param published when it was published, if the listing says so
 * @param due when it is to be fetched next, null when that is over
 * @param failures failed tries since the last success
 * @param fetchedFirst when it was first fetched
 * @param fetchedLast when it was last fetched
 * @param updated the newest change that a listing told of
 * @param verdict why the last fetch brought nothing, null if it did bring something
 * @param heard when a listing last led here or a fetch last ended; null from a release that did not
 *     keep it
 * @param etag validator of the last answer
 * @param lastModified validator of the last answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LinkState(
    String url,
    FetchPurpose purpose,
    String sourceId,
    String outlet,
    String trace,
    int depth,
    @Nullable Instant published,
    @Nullable Instant due,
    int failures,
    @Nullable Instant fetchedFirst,
    @Nullable Instant fetchedLast,
    @Nullable Instant updated,
    @Nullable String verdict,
    @Nullable Instant heard,
    @Nullable String etag,
    @Nullable String lastModified) {

  public static LinkState fresh(LinkFound link, Instant now) {
    return new LinkState(
        link.url(),
        link.purpose(),
        link.sourceId(),
        link.outlet(),
        link.trace(),
        link.depth(),
        link.published(),
        now,
        0,
        null,
        null,
        link.updated(),
        null,
        now,
        null,
        null);
  }

  /** Whether it was never fetched and is to be. */
  public boolean isWaiting() {
    return due != null && fetchedFirst == null;
  }

  public LinkState heardOf(Instant now) {
    return with(
        due, failures, fetchedFirst, fetchedLast, updated, verdict, now, etag, lastModified);
  }

  public LinkState dueAt(@Nullable Instant next, @Nullable Instant change, Instant now) {
    return with(
        next, failures, fetchedFirst, fetchedLast, change, verdict, now, etag, lastModified);
  }

  public LinkState fetched(
      Instant now,
      @Nullable Instant next,
      @Nullable String why,
      @Nullable String tag,
      @Nullable String modified) {
    Instant first = fetchedFirst == null ? now : fetchedFirst;
    return with(next, 0, first, now, updated, why, now, tag, modified);
  }

  public LinkState failed(@Nullable Instant next, int count, String why, Instant now) {
    return with(next, count, fetchedFirst, fetchedLast, updated, why, now, etag, lastModified);
  }

  private LinkState with(
      @Nullable Instant next,
      int count,
      @Nullable Instant first,
      @Nullable Instant last,
      @Nullable Instant change,
      @Nullable String why,
      @Nullable Instant now,
      @Nullable String tag,
      @Nullable String modified) {
    return new LinkState(
        url, purpose, sourceId, outlet, trace, depth, published, next, count, first, last, change,
        why, now, tag, modified);
  }
}
