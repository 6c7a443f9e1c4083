package io.keeling.ingest.listing;

import java.util.Locale;

/** Why bytes are not a listing. */
public enum UnlistedReason {
  /** The bytes are nothing but blanks. */
  EMPTY,
  /** The bytes are something other than a listing, such as a web page where a feed should be. */
  NOT_A_LISTING,
  /** The bytes are a listing, but broken beyond repair. */
  MALFORMED,
  /** The listing is larger than allowed, once decompressed. */
  TOO_LARGE,
  /** The reader failed, which is a bug of ours. */
  READER_FAILURE;

  /** The form in headers and metrics, such as {@code not-a-listing}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
