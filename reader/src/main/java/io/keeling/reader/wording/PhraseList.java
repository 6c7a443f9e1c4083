package io.keeling.reader.wording;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of phrases, found at the starts of words by one look-up for each word of a text, so that
 * the cost does not grow with the list. Immutable and safe to share between threads.
 *
 * <p>Texts are {@link Folded}: lower case, one space between words, no punctuation. In scripts
 * without spaces a phrase also matches inside a word.
 */
public final class PhraseList {

  /** Slots of the filter for first words, of which at most a few hundred are taken. */
  private static final int SLOTS = 4_096;

  private static final int PRIME = 31;

  /** Phrases by the slot of their first word; several words may share a slot. */
  private final Map<Integer, List<String>> byFirstWord = new HashMap<>();

  private final List<String> unspaced = new ArrayList<>();

  /** The slots that are taken, so that most words of a text need no look-up. */
  private final BitSet firstWords = new BitSet(SLOTS);

  private PhraseList(Iterable<String> phrases) {
    for (String phrase : phrases) {
      String folded = Folded.of(phrase);
      if (folded.isEmpty()) {
        continue;
      }
      if (TextMeasure.isUnspaced(folded.codePointAt(0))) {
        unspaced.add(folded);
      } else {
        int slot = slot(folded, 0);
        byFirstWord.computeIfAbsent(slot, s -> new ArrayList<>()).add(folded);
        firstWords.set(slot);
      }
    }
  }

  /** Reads the phrases of a {@link WordList}. */
  public static PhraseList load(String path) {
    return new PhraseList(WordList.load(path));
  }

  public static PhraseList of(String... phrases) {
    return new PhraseList(List.of(phrases));
  }

  public boolean starts(String folded) {
    return phraseAt(folded, 0) != null;
  }

  /** Returns the length of the longest phrase that the folded text begins with, or 0. */
  public int longestAtStart(String folded) {
    String phrase = phraseAt(folded, 0);
    return phrase == null ? 0 : phrase.length();
  }

  public boolean equal(String folded) {
    String phrase = phraseAt(folded, 0);
    return phrase != null && phrase.length() == folded.length();
  }

  public boolean in(String folded) {
    return find(folded) != null;
  }

  /** Returns the first phrase in the folded text, or null. */
  public @Nullable String find(String folded) {
    for (int at = 0; at >= 0 && at < folded.length(); at = nextWord(folded, at)) {
      String phrase = phraseAt(folded, at);
      if (phrase != null) {
        return phrase;
      }
    }
    for (String phrase : unspaced) {
      if (folded.contains(phrase)) {
        return phrase;
      }
    }
    return null;
  }

  /** Returns where the first phrase at or after an index begins in the folded text, or -1. */
  public int indexIn(String folded, int from) {
    for (int at = from; at >= 0 && at < folded.length(); at = nextWord(folded, at)) {
      if (phraseAt(folded, at) != null) {
        return at;
      }
    }
    return -1;
  }

  /**
   * Returns the end of the longest phrase that begins at an index, or the index if none begins
   * there.
   */
  public int endOf(String folded, int at) {
    String phrase = phraseAt(folded, at);
    return phrase == null ? at : at + phrase.length();
  }

  private @Nullable String phraseAt(String folded, int at) {
    String longest = null;
    int slot = slot(folded, at);
    List<String> phrases =
        firstWords.get(slot) ? byFirstWord.getOrDefault(slot, List.of()) : List.of();
    for (String phrase : phrases) {
      if (folded.startsWith(phrase, at)
          && (at + phrase.length() == folded.length() || folded.charAt(at + phrase.length()) == ' ')
          && (longest == null || phrase.length() > longest.length())) {
        longest = phrase;
      }
    }
    if (longest == null && at == 0) {
      for (String phrase : unspaced) {
        if (folded.startsWith(phrase)) {
          return phrase;
        }
      }
    }
    return longest;
  }

  private static int nextWord(String folded, int at) {
    int space = folded.indexOf(' ', at);
    return space < 0 ? -1 : space + 1;
  }

  private static int slot(String folded, int at) {
    int hash = 0;
    for (int i = at; i < folded.length() && folded.charAt(i) != ' '; i++) {
      hash = hash * PRIME + folded.charAt(i);
    }
    return (hash ^ (hash >>> 12)) & (SLOTS - 1);
  }
}
