package io.keeling.enrich.names;

import io.keeling.contract.enriched.NameType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds the person that a shorter name stands for, where the article leaves no doubt: "Clinton" is
 * not merged in an article about two of them.
 */
final class PersonMerger {

  private PersonMerger() {}

  /** Merges the people among an article's names. */
  static void merge(List<NameCluster> clusters, PlaceUse use) {
    List<NameCluster> people =
        clusters.stream().filter(c -> c.type() == NameType.PERSON && words(c).size() > 1).toList();
    Map<String, List<NameCluster>> byWord = new HashMap<>();
    for (NameCluster cluster : people) {
      for (String word : new LinkedHashSet<>(words(cluster))) {
        byWord.computeIfAbsent(word, w -> new ArrayList<>(1)).add(cluster);
      }
    }
    for (NameCluster cluster : people) {
      // A fuller name has all words of this name, so it is found under the rarest of them.
      words(cluster).stream()
          .map(byWord::get)
          .min(Comparator.comparingInt(List::size))
          .ifPresent(fuller -> mergeFull(cluster, fuller));
    }
    for (NameCluster cluster : clusters) {
      if (words(cluster).size() == 1) {
        mergeSingle(cluster, byWord.getOrDefault(words(cluster).get(0), List.of()), use);
      }
    }
  }

  /**
   * Merges a single word. It means the person whose full name ends in it; else the one whose name
   * begins with it, as family names do in East Asia, or has it as the first of two surnames. A name
   * that was not found as a person merges only if the full name comes first. It merges as a first
   * name only if nothing shows that it is a place.
   */
  private static void mergeSingle(NameCluster cluster, List<NameCluster> people, PlaceUse use) {
    String word = words(cluster).get(0);
    List<NameCluster> last =
        candidates(cluster, people, p -> words(p).get(size(p) - 1).equals(word));
    if (cluster.type() != NameType.PERSON) {
      last = last.stream().filter(p -> cluster.first() > p.first()).toList();
      absorb(last, cluster, "surname of ");
      if (last.isEmpty() && cluster.type() == NameType.LOCATION) {
        mergeFirst(cluster, people, use);
      }
    } else if (!last.isEmpty()) {
      absorb(last, cluster, "surname of ");
    } else {
      List<NameCluster> first = candidates(cluster, people, p -> words(p).get(0).equals(word));
      absorb(
          first.isEmpty() ? candidates(cluster, people, p -> words(p).contains(word)) : first,
          cluster,
          "part of ");
    }
  }

  /**
   * Merges a first name: "Austin Reed fell. Austin got up". Only full names of two words are
   * considered, because longer ones are often a place and an office.
   */
  private static void mergeFirst(NameCluster cluster, List<NameCluster> people, PlaceUse use) {
    String word = words(cluster).get(0);
    List<NameCluster> named =
        candidates(cluster, people, p -> size(p) == 2 && words(p).get(0).equals(word));
    if (named.size() == 1 && cluster.first() > named.get(0).first() && !use.any(cluster)) {
      absorb(named, cluster, "first name of ");
    }
  }

  /**
   * Merges full names of one person: "John Kerry" into "John Forbes Kerry", "Liz Duarte" into "Liz
   * Paola Duarte Meza".
   */
  private static void mergeFull(NameCluster cluster, List<NameCluster> people) {
    List<String> words = words(cluster);
    absorb(
        candidates(
            cluster,
            people,
            p -> {
              List<String> full = words(p);
              boolean longer =
                  full.size() > words.size()
                      || (full.size() == words.size()
                          && p.text().length() > cluster.text().length());
              boolean end = full.get(full.size() - 1).equals(words.get(words.size() - 1));
              boolean beginning = full.get(0).equals(words.get(0));
              return longer && (end || beginning) && within(words, full);
            }),
        cluster,
        "shorter form of ");
  }

  /** Whether another name has these words in the same order, and the same initials, if any. */
  private static boolean within(List<String> words, List<String> full) {
    List<String> initials = words.stream().filter(w -> w.length() == 1).toList();
    if (!initials.isEmpty()
        && !initials.equals(full.stream().filter(w -> w.length() == 1).toList())) {
      return false;
    }
    int next = 0;
    for (String word : full) {
      if (next < words.size() && word.equals(words.get(next))) {
        next++;
      }
    }
    return next == words.size();
  }

  private static List<NameCluster> candidates(
      NameCluster cluster, List<NameCluster> people, Predicate<NameCluster> fits) {
    return people.stream().filter(p -> p != cluster && !p.merged() && fits.test(p)).toList();
  }

  /**
   * Merges a name into its only candidate, or into the fullest if all candidates are forms of one
   * name.
   */
  private static void absorb(List<NameCluster> candidates, NameCluster cluster, String reason) {
    if (candidates.isEmpty()) {
      return;
    }
    NameCluster fullest = candidates.get(0);
    for (NameCluster candidate : candidates) {
      fullest = size(candidate) > size(fullest) ? candidate : fullest;
    }
    for (NameCluster candidate : candidates) {
      if (!within(words(candidate), words(fullest))) {
        return;
      }
    }
    fullest.absorb(cluster, reason + fullest.text());
  }

  private static int size(NameCluster cluster) {
    return words(cluster).size();
  }

  private static List<String> words(NameCluster cluster) {
    return cluster.words();
  }
}
