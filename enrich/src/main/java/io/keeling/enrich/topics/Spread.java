package io.keeling.enrich.topics;

import io.keeling.enrich.lexicon.Hit;
import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.enrich.words.Word;
import java.util.BitSet;
import java.util.List;

/**
 * Tells whether the evidence of climate change or of a topic is spread over a text or is in one
 * passage only. A single passage may be the paragraph of an advertisement that praises its goods,
 * or one about the journeys of a farm's owner. The figures were tuned on pages of both kinds.
 */
final class Spread {

  /**
   * Share of the stretches from which evidence counts as spread, provided that it is in more than
   * one stretch.
   */
  static final double SHARE = 0.2;

  /** Weight from which a term is evidence by itself. */
  private static final double SURE = 1.5;

  /** Length of a stretch, in words. */
  private static final int STRETCH = 100;

  private Spread() {}

  /** The share of a text's stretches that mention climate change. */
  static double of(LexiconHits hits) {
    return of(hits, hits.climate());
  }

  /**
   * The share of a text's stretches with these hits: 1 for a short text or hits in its title or
   * beginning, 0 for hits in a single stretch.
   */
  static double of(LexiconHits hits, List<Hit> found) {
    int words = hits.words();
    if (words <= Weighing.SHORT) {
      return 1;
    }
    BitSet stretches = new BitSet();
    for (Hit hit : found) {
      if (hit.weight() >= SURE) {
        if (hit.inTitle() || hit.start() < Weighing.LEAD_LENGTH) {
          return 1;
        }
        stretches.set(wordAt(hits.text(), hit.start()) / STRETCH);
      }
    }
    int of = (words + STRETCH - 1) / STRETCH;
    return stretches.cardinality() < 2 ? 0 : (double) stretches.cardinality() / of;
  }

  /** The index of the word that begins at an offset. */
  private static int wordAt(List<Word> words, int start) {
    int low = 0;
    int high = words.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (words.get(middle).start() <= start) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
