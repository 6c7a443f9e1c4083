package io.keeling.newsroom.server;

import io.keeling.newsroom.press.Edition;
import io.keeling.newsroom.press.PressArticle;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which edition of each article is out at the moment. Threads may share it. */
public final class Editions {

  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final long startedNanos = System.nanoTime();
  private final @Nullable Duration correctAfter;
  private volatile boolean allCorrected;

  /**
   * All articles in their first edition.
   *
   * @param correctAfter when the last editions come out by themselves; null for never
   */
  public Editions(@Nullable Duration correctAfter) {
    this.correctAfter = correctAfter;
  }

  /** The edition that is out. */
  public Edition of(PressArticle article) {
    boolean last =
        allCorrected
            || (correctAfter != null && System.nanoTime() - startedNanos >= correctAfter.toNanos());
    return article.edition(last ? Integer.MAX_VALUE : numbers.getOrDefault(article.id(), 1));
  }

  /** Brings out the next edition of an article. */
  public void correct(PressArticle article) {
    numbers.merge(article.id(), 2, (old, two) -> Math.min(old + 1, article.editions().size()));
  }

  /** Brings out the last edition of every article. */
  public void correctAll() {
    allCorrected = true;
  }
}
