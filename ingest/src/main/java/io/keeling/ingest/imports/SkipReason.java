package io.keeling.ingest.imports;

import java.util.Locale;

/** Why something offered for import became no page. */
public enum SkipReason {
  /** A file in a directory whose name says it is neither HTML nor WARC. */
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
  /** An archived answer whose address is not on the web. */
  NO_ADDRESS,
  /** Compressed content that cannot be expanded. */
  BROKEN_COMPRESSION,
  /** A file whose address could not be found within the time that reading may take. */
  TOOK_TOO_LONG,
  /** An archive's record that cannot be read. */
  BROKEN_RECORD;

  /**
   * Whether something that was to be imported is lost, rather than left out because it is no page.
   */
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
