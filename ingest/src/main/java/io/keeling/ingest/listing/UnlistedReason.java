package io.keeling.ingest.listing;

import java.util.Locale;

/** Why bytes are no listing. */
public enum UnlistedReason {
  /** Nothing but blanks. */
  EMPTY,
  /** Something else, such as a web page where a feed should be. */
  NOT_A_LISTING,
  /** Meant as a listing, but broken beyond repair. */
  MALFORMED,
  /** More bytes, once decompressed, than a listing may have. */
  TOO_LARGE,
  /** A bug of ours. */
  READER_FAILURE;

  /** The form used in headers and metrics, such as {@code not-a-listing}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
