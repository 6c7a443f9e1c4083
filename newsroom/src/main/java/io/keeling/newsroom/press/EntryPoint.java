package io.keeling.newsroom.press;

import java.util.Locale;

/**
 * An address of an outlet from which its articles can be found. Immutable and safe to share.
 *
 * @param kind what lies there
 * @param url absolute address
 */
public record EntryPoint(Kind kind, String url) {

  /** What lies at an entry point; {@link #label} is the spelling of the source catalogue. */
  public enum Kind {
    /** RSS, Atom or JSON Feed. */
    FEED,
    /** Sitemap or news sitemap. */
    SITEMAP,
    /** A page with links to articles. */
    SECTION,
    /** One article. */
    PAGE;

    /** In lower case, such as {@code feed}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
