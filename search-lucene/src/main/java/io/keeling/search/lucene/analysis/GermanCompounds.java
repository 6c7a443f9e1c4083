package io.keeling.search.lucene.analysis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.danielnaber.jwordsplitter.GermanWordSplitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Splits German compounds into their parts. */
public final class GermanCompounds {

  /**
   * Minimum and maximum length of words that are split. Shorter words are rarely compounds, and
   * longer strings are not words.
   */
  private static final int SHORTEST = 7;

  private static final int LONGEST = 60;
  private static final int SHORTEST_PART = 3;

  /** Maximum number of cached words: about as many as a newspaper uses regularly. */
  private static final int REMEMBERED = 50_000;

  private static final GermanWordSplitter SPLITTER = splitter();

  private static final Cache<String, List<String>> PARTS =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private GermanCompounds() {}

  private static GermanWordSplitter splitter() {
    try {
      GermanWordSplitter splitter = new GermanWordSplitter(true);
      splitter.setStrictMode(true);
      return splitter;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parts of a compound in lower case; empty if the word is not a compound. */
  public static List<String> parts(String word) {
    if (word.length() < SHORTEST
        || word.length() > LONGEST
        || !word.chars().allMatch(Character::isLetter)) {
      return List.of();
    }
    return PARTS.get(word, GermanCompounds::split);
  }

  private static List<String> split(String word) {
    List<String> parts;
    synchronized (SPLITTER) { // not documented as thread-safe
      parts = SPLITTER.splitWord(word);
    }
    return parts.size() < 2
        ? List.of()
        : parts.stream()
            .map(part -> part.toLowerCase(Locale.GERMAN))
            .filter(part -> part.length() >= SHORTEST_PART)
            .toList();
  }
}
