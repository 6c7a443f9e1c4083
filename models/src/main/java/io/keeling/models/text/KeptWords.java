package io.keeling.models.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Keeps the words that texts used lately with what a model knows of them: looking that up costs
 * most of a tagger's time, and news says the same words again. Threads share it.
 *
 * @param <T> what is kept of a word
 */
public final class KeptWords<T> {

  /**
   * How many words a generation has; there are two. A word takes about a kilobyte for the name
   * finder, and a hundred pages of a newspaper have as many words.
   */
  private static final int MOST = 16_384;

  /**
   * Longest word that is kept, in UTF-16 code units: longer ones are no words of news, and would
   * fill the memory.
   */
  private static final int LONGEST = 64;

  private volatile Map<String, T> recent = new ConcurrentHashMap<>();
  private volatile Map<String, T> older = Map.of();

  /**
   * What is known of a word, made where it is not kept; perhaps twice at once, to the same effect.
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
