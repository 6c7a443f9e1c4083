package io.keeling.reader;

import java.util.Locale;

/** Why a page yields no article. */
public enum UnreadableReason {
  /** No bytes, or nothing but markup. */
  EMPTY,
  /** Not HTML, whatever its name or type says. */
  NOT_HTML,
  /** A consent wall or cookie banner in place of the text. */
  CONSENT_WALL,
  /** An error page that was served with a 2xx status. */
  ERROR_PAGE,
  /** A front page, section page, tag page or list of search results. */
  INDEX_PAGE,
  /** A player or gallery with almost no text. */
  VIDEO_ONLY,
  /** Text, but too little of it to be an article. */
  TOO_SHORT,
  /** Text that appears on many pages of its host. */
  BOILERPLATE,
  /** The reader itself failed: a bug, whatever the page is. */
  READER_FAILURE;

  /** Returns the reason as written in a dead letter, such as {@code consent-wall}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
