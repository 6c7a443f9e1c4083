package io.keeling.reader.outline;

/** Sets of marks that several steps use. */
public final class Marks {

  /** Never part of an article. */
  public static final int EXCLUDED =
      Mark.set(Mark.HIDDEN, Mark.NAVIGATION, Mark.DIALOG, Mark.NOSCRIPT, Mark.CONSENT);

  /** Boxes in and around an article that are not its text. */
  public static final int BOXES =
      Mark.set(
          Mark.CAPTION,
          Mark.RELATED,
          Mark.PROMOTION,
          Mark.COMMENTS,
          Mark.BIOGRAPHY,
          Mark.SHARE,
          Mark.ADVERT,
          Mark.TAGS,
          Mark.ASIDE,
          Mark.TEASER,
          Mark.EMBED);

  private Marks() {}
}
