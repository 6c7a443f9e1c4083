package io.keeling.models.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Caches a model's data on recently used words. Looking up these data takes most of a tagger's
 * time, and news repeats the same words. Thread-safe.
 *
 * @param <T> the data cached for each word
 */
public final class KeptWords<T> {

  /**
   * Number of words in each of the cache's two generations. A word takes about a kilobyte for the
   * name finder, and a hundred pages of a newspaper have about as many different words.
   */
  private static final int MOST = 16_384;

  /**
   * Longest word to be cached, in UTF-16 code units. Longer words are not real words and would fill
   * the memory.
   */
  private static final int LONGEST = 64;

  private volatile Map<String, T> recent = new ConcurrentHashMap<>();
  private volatile Map<String, T> older = Map.of();

  /**
   * Returns the value of a word, creating it if it is missing. Two threads may create equal values
   * at once.
   */
  public T get(String text, Function<String, T> make) {
    T word = recent.get(text);
    if (word == null) {
      word = older.get(text);
      if (word == null) {
        word = make.apply(text);
      }
      if (text.length() <= LONGEST) {
        keep(text, word);
      }
    }
    return word;
  }

  private synchronized void keep(String text, T word) {
    if (recent.size() >= MOST) {
      older = recent;
      recent = new ConcurrentHashMap<>();
    }
    recent.put(text, word);
  }
}
