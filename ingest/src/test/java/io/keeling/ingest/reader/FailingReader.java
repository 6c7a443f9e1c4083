package io.keeling.ingest.reader;

/** Readers with a bug. */
public final class FailingReader {

  private FailingReader() {}

  /** A reader that throws this, as a bug would, for each page. */
  public static ArticleReader throwing(RuntimeException bug) {
    return new ArticleReader(
        page -> {
          throw bug;
        });
  }

  /** A reader that calls itself without end for each page. */
  public static ArticleReader recursing() {
    return new ArticleReader(FailingReader::recurse);
  }

  @SuppressWarnings("InfiniteRecursion") // the point of it
  private static Explanation recurse(RawPage page) {
    return recurse(page);
  }
}
