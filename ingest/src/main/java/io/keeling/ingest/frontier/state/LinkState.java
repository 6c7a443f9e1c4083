package io.keeling.ingest.frontier.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.ingest.frontier.event.LinkFound;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the frontier knows of a link. The components are the fields of the JSON in the state store;
 * {@link LinkStateBuilder} sets them one by one.
 *
 * @param url canonical address
 * @param purpose article, or a further sitemap
 * @param sourceId the source through which the link was first found
 * @param outlet that source's name
 * @param trace id that stays the same from discovery to store
 * @param depth number of listings between the source and the page
 * @param published when the page was published, if the listing states it
 * @param due when the link is fetched next; null for never
 * @param failures failed tries since the last success
 * @param updated the newest change that a listing reported
 * @param verdict why the last fetch failed or could not be read; null if it succeeded
 * @param heard when a listing last contained the link or a fetch last ended; null in states of
 *     earlier releases
 * @param etag validator of the last response
 * @param lastModified validator of the last response
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

  /** Returns the state of a new link. */
  public static LinkState fresh(LinkFound link, Instant now) {
    return new LinkStateBuilder(link).due(now).heard(now).build();
  }

  /** Whether the link waits for its first fetch. */
  public boolean isWaiting() {
    return due != null && fetchedFirst == null;
  }

  /** Returns the state after a listing contained the link again without a change. */
  public LinkState heardOf(Instant now) {
    return new LinkStateBuilder(this).heard(now).build();
  }

  /**
   * Returns the state after a listing reported the link as changed.
   *
   * @param change the newest change that a listing reported
   */
  public LinkState dueAt(@Nullable Instant next, @Nullable Instant change, Instant now) {
    return new LinkStateBuilder(this).due(next).updated(change).heard(now).build();
  }

  /**
   * Returns the state after a successful fetch.
   *
   * @param why why the page could not be read, null if it could be read
   */
  public LinkState fetched(
      Instant now,
      @Nullable Instant next,
      @Nullable String why,
      @Nullable String tag,
      @Nullable String modified) {
    return new LinkStateBuilder(this)
        .due(next)
        .failures(0)
        .fetched(now)
        .verdict(why)
        .heard(now)
        .validators(tag, modified)
        .build();
  }

  /**
   * Returns the state after a failed fetch.
   *
   * @param next when to try again, null for never
   */
  public LinkState failed(@Nullable Instant next, int count, String why, Instant now) {
    return new LinkStateBuilder(this).due(next).failures(count).verdict(why).heard(now).build();
  }
}
