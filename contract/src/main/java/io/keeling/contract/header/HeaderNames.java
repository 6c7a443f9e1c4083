package io.keeling.contract.header;

/**
 * The names of the headers on Keeling's records. Values are UTF-8 text, except for {@link
 * #ROBOTS_BODY}. {@link #SCHEMA} and {@link #TRACE} are on every record, {@link #TRACE_PARENT} on
 * all records with tracing, {@link #SENT_AGAIN} and {@link #REMOVAL} on some records of {@code
 * keeling.articles}. {@link #AT} and the headers declared after it are on some records of {@code
 * keeling.fetches}. All other headers carry the fields of {@link io.keeling.contract.fetch.Page} on
 * {@code keeling.pages}.
 */
public final class HeaderNames {

  /** Name and version of the value's schema, such as {@code article/1}. */
  public static final String SCHEMA = "keeling-schema";

  /** Id that stays the same from an article's discovery to the store. */
  public static final String TRACE = "keeling-trace";

  /**
   * Identifies the step that wrote the record, in the format of W3C Trace Context. Set only with
   * tracing.
   */
  public static final String TRACE_PARENT = "traceparent";

  /**
   * Fetch time of the newest of the article versions that are sent again together, ISO 8601 in UTC.
   * Set on articles that are sent again to rebuild later topics.
   */
  public static final String SENT_AGAIN = "keeling-sent-again";

  /**
   * {@code removed} on a tombstone that takes an article down, {@code restored} on one that
   * reverses the takedown; only on {@code keeling.articles}.
   */
  public static final String REMOVAL = "keeling-removal";

  /** The requested address. */
  public static final String URL = "keeling-url";

  /** The address that answered, after redirects. */
  public static final String FINAL_URL = "keeling-final-url";

  /** What the page should be read as, such as {@code article}. */
  public static final String PURPOSE = "keeling-purpose";

  /** The id of the source that led to the page. */
  public static final String SOURCE = "keeling-source";

  /** How the fetch ended, such as {@code not-modified}. */
  public static final String OUTCOME = "keeling-outcome";

  /** HTTP status, 0 if no answer came. */
  public static final String STATUS = "keeling-status";

  /** {@code Content-Type} as the server wrote it, if it sent one. */
  public static final String CONTENT_TYPE = "keeling-content-type";

  /** When the answer was complete, ISO 8601 in UTC. */
  public static final String FETCHED_AT = "keeling-fetched-at";

  /** Number of the try, from 1. */
  public static final String ATTEMPT = "keeling-attempt";

  /** {@code ETag} as the server wrote it, if it sent one. */
  public static final String ETAG = "keeling-etag";

  /** {@code Last-Modified} as the server wrote it, if it sent one. */
  public static final String LAST_MODIFIED = "keeling-last-modified";

  /** When the host may be asked again, ISO 8601 in UTC, if its answer gave a time. */
  public static final String RETRY_AT = "keeling-retry-at";

  /** Freshness of the answer, in seconds, if the server gave it. */
  public static final String MAX_AGE = "keeling-max-age";

  /** One line on what went wrong, if anything did. */
  public static final String PROBLEM = "keeling-problem";

  /** {@code Link} as the server wrote it, if it names a WebSub hub. */
  public static final String LINK = "keeling-link";

  /** The current address of a fetch that was redirected to another site. */
  public static final String AT = "keeling-at";

  /** Number of redirects followed so far. */
  public static final String REDIRECTS = "keeling-redirects";

  /** The address of the robots.txt of the site in {@link #AT}, if it was redirected. */
  public static final String ROBOTS_AT = "keeling-robots-at";

  /** Number of redirects of that robots.txt followed so far. */
  public static final String ROBOTS_REDIRECTS = "keeling-robots-redirects";

  /** HTTP status of that robots.txt, once fetched. */
  public static final String ROBOTS_STATUS = "keeling-robots-status";

  /** The bytes of that robots.txt, once fetched. */
  public static final String ROBOTS_BODY = "keeling-robots-body";

  private HeaderNames() {}
}
