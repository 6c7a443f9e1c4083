package io.keeling.ingest.frontier.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.ingest.frontier.event.LinkFound;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the frontier knows of a link it has seen. Its components are the fields of its JSON in the
 * state store; {@link LinkStateBuilder} makes it field by field.
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

  /** The state of a link that a listing leads to for the first time. */
  public static LinkState fresh(LinkFound link, Instant now) {
    return new LinkStateBuilder(link).due(now).heard(now).build();
  }

  /** Whether it was never fetched and is to be. */
  public boolean isWaiting() {
    return due != null && fetchedFirst == null;
  }

  /** The state after a listing led here again and told nothing new. */
  public LinkState heardOf(Instant now) {
    return new LinkStateBuilder(this).heard(now).build();
  }

  /**
   * The state after a listing led here again.
   *
   * @param next when it is to be fetched next
   * @param change the newest change that a listing told of
   */
  public LinkState dueAt(@Nullable Instant next, @Nullable Instant change, Instant now) {
    return new LinkStateBuilder(this).due(next).updated(change).heard(now).build();
  }

  /**
   * The state after a fetch that brought an answer.
   *
   * @param next when it is to be fetched next
   * @param why why it brought nothing, null if it did
   * @param tag validator of the answer
   * @param modified validator of the answer
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
   * The state after a fetch that failed.
   *
   * @param next when it is to be tried again, null if never
   * @param count failures since the last success
   */
  public LinkState failed(@Nullable Instant next, int count, String why, Instant now) {
    return new LinkStateBuilder(this).due(next).failures(count).verdict(why).heard(now).build();
  }
}
