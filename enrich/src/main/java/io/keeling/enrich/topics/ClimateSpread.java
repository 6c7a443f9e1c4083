package io.keeling.enrich.topics;

import io.keeling.enrich.lexicon.Hit;
import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.enrich.words.Word;
import java.util.BitSet;
import java.util.List;

/**
 * Tells whether what speaks of climate change carries a text or stands in one passage of it, such
 * as the paragraph of an advertisement that praises its goods. The figures were chosen on pages of
 * two kinds. Stateless; threads may share it.
 */
final class ClimateSpread {

  /** From this share of the stretches on it carries the text, if it is in more than one. */
  static final double SHARE = 0.2;

  /** From this weight on a term speaks of climate change by itself. */
  private static final double SURE = 1.5;

  /** A stretch, in words. */
  private static final int STRETCH = 100;

  private ClimateSpread() {}

  /**
   * The share of stretches of a text that speak of climate change; all of a text that is short, or
   * that does so in its title or beginning, none of one that does so in a single stretch.
   */
  static double of(LexiconHits hits) {
    int words = hits.words();
    if (words <= Weighing.SHORT) {
      return 1;
    }
    BitSet stretches = new BitSet();
    for (Hit hit : hits.climate()) {
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
