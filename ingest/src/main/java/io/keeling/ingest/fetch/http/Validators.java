package io.keeling.ingest.fetch.http;

import org.jspecify.annotations.Nullable;

/**
 * Validators and freshness of a page.
 *
 * @param etag validator (RFC 9110, section 8.8.3)
 * @param lastModified {@code Last-Modified} as the server wrote it
 * @param maxAgeSeconds freshness lifetime (RFC 9111, section 4.2.1)
 */
public record Validators(
    @Nullable String etag, @Nullable String lastModified, @Nullable Long maxAgeSeconds) {

  /**
   * Longest validator that is kept, in characters, because one is stored with every link. A page
   * with a longer one is fetched completely each time.
   */
  private static final int LONGEST = 512;

  public static final Validators NONE = new Validators(null, null, null);

  public Validators {
    etag = etag != null && etag.length() > LONGEST ? null : etag;
    lastModified = lastModified != null && lastModified.length() > LONGEST ? null : lastModified;
  }
}
