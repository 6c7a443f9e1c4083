package io.keeling.contract.serde;

/** The names of the headers on Keeling's records. Values are UTF-8 text. */
public final class HeaderNames {

  /** Name and version of the value's schema, such as {@code article/1}. On every record. */
  public static final String SCHEMA = "keeling-schema";

  /** One id from discovery to store. On every record. */
  public static final String TRACE = "keeling-trace";

  // The rest are on keeling.pages only; see io.keeling.contract.fetch.Page.
  public static final String URL = "keeling-url";
  public static final String FINAL_URL = "keeling-final-url";
  public static final String PURPOSE = "keeling-purpose";
  public static final String SOURCE = "keeling-source";
  public static final String OUTCOME = "keeling-outcome";
  public static final String STATUS = "keeling-status";
  public static final String CONTENT_TYPE = "keeling-content-type";
  public static final String FETCHED_AT = "keeling-fetched-at";
  public static final String ATTEMPT = "keeling-attempt";
  public static final String ETAG = "keeling-etag";
  public static final String LAST_MODIFIED = "keeling-last-modified";
  public static final String RETRY_AT = "keeling-retry-at";
  public static final String MAX_AGE = "keeling-max-age";
  public static final String PROBLEM = "keeling-problem";

  private HeaderNames() {}
}
