package io.keeling.reader.wording;

import java.util.HashSet;
import java.util.Set;

/**
 * The runs of four words of a folded text, as hashes, to measure how much of one text is in another
 * (Broder, "On the resemblance and containment of documents", 1997).
 *
 * @param hashes hashes of the runs
 * @param words number of words
 */
public record Shingles(Set<Integer> hashes, int words) {

  /** Words in a run. */
  public static final int SIZE = 4;

  private static final int PRIME = 31;

  /** Returns the shingles of a folded text; a text shorter than a run is one shingle. */
  public static Shingles of(String folded) {
    TextMeasure measure = TextMeasure.of(folded);
    String[] words = folded.split(" ");
    Set<Integer> hashes = new HashSet<>(words.length * 2);
    for (int i = 0; i + SIZE <= words.length; i++) {
      int hash = 0;
      for (int j = i; j < i + SIZE; j++) {
        hash = hash * PRIME + words[j].hashCode();
      }
      hashes.add(hash);
    }
    if (hashes.isEmpty()) {
      hashes.add(folded.hashCode());
    }
    return new Shingles(hashes, measure.words());
  }

  public double share(Shingles other) {
    int shared = 0;
    for (Integer hash : other.hashes) {
      shared += hashes.contains(hash) ? 1 : 0;
    }
    return (double) shared / other.hashes.size();
  }
}
