package io.keeling.ingest.imports;

import java.util.Locale;

/** Why a file or record was not imported. */
public enum SkipReason {
  /** A file in a directory that by its name is neither HTML nor WARC. */
  OTHER_FILE,
  /** A link in a directory that leads out of it, or nowhere. */
  LINK,
  /** A file or directory that is missing or cannot be read. */
  UNREADABLE,
  /** The content is nothing but blanks. */
  EMPTY,
  /** The page has more bytes than a record may have. */
  TOO_LARGE,
  /** An archived answer of another type than HTML. */
  NOT_HTML,
  /** An archived answer with another status than 2xx. */
  NOT_SUCCESSFUL,
  /** An archived answer without a web address. */
  NO_ADDRESS,
  /** Compressed content that cannot be expanded. */
  BROKEN_COMPRESSION,
  /** A file whose address could not be found within the time that reading may take. */
  TOOK_TOO_LONG,
  /** An archive's record that cannot be read. */
  BROKEN_RECORD;

  /** Whether a page may have been lost, rather than left out because the record holds none. */
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
