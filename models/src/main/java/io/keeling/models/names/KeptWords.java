package io.keeling.models.names;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Keeps the words that texts used lately with their weights: making them costs most of a name
 * finder's time, and news says the same words again. Threads share it.
 */
final class KeptWords {

  /**
   * Words of a generation, of which there are two, about a kilobyte each: a hundred pages of a
   * newspaper have as many.
   */
  private static final int MOST = 16_384;

  private volatile Map<String, ModelWord> recent = new ConcurrentHashMap<>();
  private volatile Map<String, ModelWord> older = Map.of();

  /** A word, made where it is not kept; perhaps twice at once, to the same effect. */
  ModelWord get(String text, Function<String, ModelWord> make) {
    ModelWord word = recent.get(text);
    if (word == null) {
      word = older.get(text);
      if (word == null) {
        word = make.apply(text);
      }
      keep(text, word);
    }
    return word;
  }

  private synchronized void keep(String text, ModelWord word) {
    if (recent.size() >= MOST) {
      older = recent;
      recent = new ConcurrentHashMap<>();
    }
    recent.put(text, word);
  }
}
