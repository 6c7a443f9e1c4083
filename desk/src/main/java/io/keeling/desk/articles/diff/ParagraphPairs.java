package io.keeling.desk.articles.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Matches the paragraphs of two texts.
 *
 * <p>Equal paragraphs in the same order are matched first (Myers' algorithm), then equal ones
 * elsewhere, then paragraphs that share half of their words. The pairs that stay in place are in
 * the same order and together cover the most characters. All other pairs have moved.
 */
final class ParagraphPairs {

  /**
   * Minimum similarity of a changed paragraph to the original, 0 to 1. With fewer than half of its
   * words in common, it counts as a different paragraph.
   */
  private static final double ALIKE = 0.5;

  /**
   * If more paragraphs of a text than this are unmatched, similar paragraphs are not searched for.
   */
  private static final int MOST_COMPARED = 400;

  private ParagraphPairs() {}

  /**
   * Two matching paragraphs.
   *
   * @param before the index of the earlier paragraph
   * @param after the index of the later paragraph
   * @param moved whether the order relative to other pairs changed
   */
  record Pair(int before, int after, boolean moved) {}

  /** Two similar paragraphs that may become a pair. */
  private record Candidate(int before, int after, double likeness) {}

  static List<Pair> of(List<String> before, List<String> after) {
    int[] partner = new int[after.size()];
    Arrays.fill(partner, -1);
    boolean[] taken = new boolean[before.size()];
    pairEqualInOrder(before, after, partner, taken);
    pairEqualElsewhere(before, after, partner, taken);
    pairAlike(before, after, partner, taken);
    return placed(after, partner);
  }

  private static void pairEqualInOrder(
      List<String> before, List<String> after, int[] partner, boolean[] taken) {
    int beforeAt = 0;
    int afterAt = 0;
    List<AbstractDelta<String>> deltas =
        DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<String>()).getDeltas();
    for (AbstractDelta<String> delta : deltas) {
      while (beforeAt < delta.getSource().getPosition()) {
        pair(beforeAt++, afterAt++, partner, taken);
      }
      beforeAt += delta.getSource().size();
      afterAt += delta.getTarget().size();
    }
    while (beforeAt < before.size()) {
      pair(beforeAt++, afterAt++, partner, taken);
    }
  }

  private static void pairEqualElsewhere(
      List<String> before, List<String> after, int[] partner, boolean[] taken) {
    Map<String, List<Integer>> left = new HashMap<>();
    for (int i : free(taken)) {
      left.computeIfAbsent(before.get(i), text -> new ArrayList<>()).add(i);
    }
    for (int j = 0; j < partner.length; j++) {
      List<Integer> equal = left.getOrDefault(after.get(j), List.of());
      if (partner[j] < 0 && !equal.isEmpty()) {
        pair(equal.remove(0), j, partner, taken);
      }
    }
  }

  private static void pairAlike(
      List<String> before, List<String> after, int[] partner, boolean[] taken) {
    List<Integer> from = free(taken);
    List<Integer> to = new ArrayList<>();
    for (int j = 0; j < partner.length; j++) {
      if (partner[j] < 0) {
        to.add(j);
      }
    }
    if (from.size() > MOST_COMPARED || to.size() > MOST_COMPARED) {
      return;
    }
    Map<Integer, Map<String, Integer>> bags = new HashMap<>();
    to.forEach(j -> bags.put(j, Words.bag(after.get(j))));
    List<Candidate> candidates = new ArrayList<>();
    for (int i : from) {
      Map<String, Integer> bag = Words.bag(before.get(i));
      for (int j : to) {
        double likeness = Words.likeness(bag, bags.getOrDefault(j, Map.of()));
        if (likeness >= ALIKE) {
          candidates.add(new Candidate(i, j, likeness));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::likeness)
            .reversed()
            .thenComparingInt(c -> Math.abs(c.before() - c.after()))
            .thenComparingInt(Candidate::after));
    for (Candidate candidate : candidates) {
      if (!taken[candidate.before()] && partner[candidate.after()] < 0) {
        pair(candidate.before(), candidate.after(), partner, taken);
      }
    }
  }

  private static void pair(int before, int after, int[] partner, boolean[] taken) {
    partner[after] = before;
    taken[before] = true;
  }

  private static List<Integer> free(boolean[] taken) {
    List<Integer> free = new ArrayList<>();
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        free.add(i);
      }
    }
    return free;
  }

  /**
   * Finds the pairs that stay in place: those in the same order that together cover the most
   * characters. All other pairs have moved.
   */
  private static List<Pair> placed(List<String> after, int[] partner) {
    List<Integer> paired = new ArrayList<>();
    for (int j = 0; j < partner.length; j++) {
      if (partner[j] >= 0) {
        paired.add(j);
      }
    }
    long[] weight = new long[paired.size()];
    int[] previous = new int[paired.size()];
    int best = -1;
    for (int k = 0; k < weight.length; k++) {
      previous[k] = -1;
      long most = 0;
      for (int earlier = 0; earlier < k; earlier++) {
        if (partner[paired.get(earlier)] < partner[paired.get(k)] && weight[earlier] > most) {
          most = weight[earlier];
          previous[k] = earlier;
        }
      }
      weight[k] = most + 1 + after.get(paired.get(k)).length();
      best = best < 0 || weight[k] > weight[best] ? k : best;
    }
    boolean[] inPlace = new boolean[paired.size()];
    for (int k = best; k >= 0; k = previous[k]) {
      inPlace[k] = true;
    }
    List<Pair> pairs = new ArrayList<>();
    for (int k = 0; k < inPlace.length; k++) {
      pairs.add(new Pair(partner[paired.get(k)], paired.get(k), !inPlace[k]));
    }
    return pairs;
  }
}
