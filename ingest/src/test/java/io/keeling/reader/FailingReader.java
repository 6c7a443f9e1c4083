package io.keeling.reader;

import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

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

  /** A reader that comes to no end of a page that holds these words, and reads the others. */
  public static ArticleReader endless(String words, BooleanSupplier endless) {
    ArticleReader reader = new ArticleReader();
    return new ArticleReader(
        page -> {
          boolean trap = new String(page.bytes(), StandardCharsets.UTF_8).contains(words);
          while (trap && endless.getAsBoolean()) {
            Thread.onSpinWait();
          }
          return reader.explain(page);
        });
  }

  @SuppressWarnings("InfiniteRecursion") // the point of it
  private static Explanation recurse(RawPage page) {
    return recurse(page);
  }
}
