package io.keeling.ingest.imports;

import java.util.Locale;

/** Why a file or record was not imported. */
public enum SkipReason {
  /** A file in a directory that is neither HTML nor WARC by its name. */
  OTHER_FILE,
  /** A link in a directory that leads out of the directory, or nowhere. */
  LINK,
  /** A file or directory that is missing or cannot be read. */
  UNREADABLE,
  /** The content is nothing but blanks. */
  EMPTY,
  /** The page is larger than a record may be. */
  TOO_LARGE,
  /** An archived response that is not HTML. */
  NOT_HTML,
  /** An archived response with a status other than 2xx. */
  NOT_SUCCESSFUL,
  /** An archived response without a web address. */
  NO_ADDRESS,
  /** Compressed content that cannot be expanded. */
  BROKEN_COMPRESSION,
  /** A file whose address could not be found within the time limit for reading. */
  TOOK_TOO_LONG,
  /** A record of an archive that cannot be read. */
  BROKEN_RECORD;

  /** Whether a page may have been lost; false if the file or record holds no page. */
  public boolean isLoss() {
    return this == LINK
        || this == UNREADABLE
        || this == BROKEN_COMPRESSION
        || this == BROKEN_RECORD;
  }

  /** The form shown to operators, such as {@code not-html}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
