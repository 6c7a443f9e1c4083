package io.keeling.models.lexical;

import io.keeling.models.names.EntityType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the names of a line: the non-overlapping names with the highest total score (decoding of
 * a semi-Markov model without transitions; Sarawagi and Cohen, 2004).
 */
final class SemiMarkovDecoder {

  /** Longest name, in units. No name in the test texts is longer. */
  private static final int LONGEST = 10;

  private SemiMarkovDecoder() {}

  static List<LexicalName> decode(LexicalSentence line, CandidateScore evidence) {
    int size = line.size();
    double[] best = new double[size + 1];
    LexicalName[] last = new LexicalName[size + 1];
    for (int end = 1; end <= size; end++) {
      best[end] = best[end - 1];
      for (int start = end - 1; start >= Math.max(0, end - LONGEST); start--) {
        if (!evidence.mayBegin(start)) {
          continue;
        }
        for (EntityType type : EntityType.values()) {
          double score = evidence.score(start, end, type);
          if (score > 0 && best[start] + score > best[end]) {
            best[end] = best[start] + score;
            last[end] = new LexicalName(start, end, type, score);
          }
        }
      }
    }
    List<LexicalName> names = new ArrayList<>();
    int end = size;
    while (end > 0) {
      @Nullable LexicalName name = last[end];
      if (name == null) {
        end--;
      } else {
        names.add(name);
        end = name.start();
      }
    }
    Collections.reverse(names);
    return names;
  }
}
