package io.keeling.reader.outline;

/**
 * What an element is, by its tag, its attributes or the names its author gave it. A set of marks is
 * an int with one bit each.
 */
public enum Mark {
  /** Not shown to readers. */
  HIDDEN,
  /** A {@code nav}, or named as one. */
  NAVIGATION,
  /** A dialog, modal or overlay. */
  DIALOG,
  NOSCRIPT,
  FORM,
  ASIDE,
  HEADER,
  /** A {@code footer}, or named as one. */
  FOOTER,
  FIGURE,
  QUOTE,
  /** {@code article} or {@code main}. */
  ARTICLE,
  /** Named as the body of an article. */
  BODY_NAME,
  /** A caption or photo credit. */
  CAPTION,
  /** Links to other articles. */
  RELATED,
  /** Newsletter, subscription, donation and app boxes. */
  PROMOTION,
  COMMENTS,
  /** Names the authors. */
  BYLINE,
  /** Describes an author. */
  BIOGRAPHY,
  SHARE,
  ADVERT,
  /** Cookie and consent notices. */
  CONSENT,
  /** Paywall and registration notices. */
  PAYWALL,
  /** Topic links of the article. */
  TAGS,
  /** The standfirst under the headline. */
  STANDFIRST,
  /** A date line. */
  DATE,
  /** Posts of social networks, players. */
  EMBED,
  /** Breadcrumbs, reading time and other small print around an article. */
  SMALL_PRINT,
  /** Named as the headline. */
  HEADLINE,
  /** One of several summaries of other articles. */
  TEASER,
  /** A correction by the outlet, or named as one. */
  CORRECTION;

  private final int bit = 1 << ordinal();

  /** Returns the set of this mark alone. */
  public int bit() {
    return bit;
  }

  /** Whether a set holds this mark. */
  public boolean in(int marks) {
    return (marks & bit) != 0;
  }

  public static int set(Mark... marks) {
    int set = 0;
    for (Mark mark : marks) {
      set |= mark.bit;
    }
    return set;
  }
}
