package io.keeling.models.names;

import io.keeling.models.files.WordSections;
import io.keeling.models.names.features.Gazetteer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Restores the possessive that is part of a name: "St Andrew's" of a church, a school or a ground,
 * or "Moody's" if the document never has "Moody" and what follows cannot be something owned. For
 * one document and one thread.
 */
final class OwnPossessives {

  private static final WordSections WORDS = new WordSections(OwnPossessives.class);

  private static final Set<String> SAINT = Set.of("St", "St.", "Saint");

  /** Words that cannot begin an owned thing, as they are not nouns and cannot precede a noun. */
  private static final Set<String> BEFORE_NO_NOUN = WORDS.set("before-no-noun");

  /** Verbs that are spelt like no noun and cannot follow "is" or "has" shortened to "'s". */
  private static final Set<String> VERBS = WORDS.set("verbs");

  /** Number of points from {@link #vouches} from which a possessive is part of a name. */
  private static final int SURE = 2;

  private final List<String[]> sentences;
  private final Gazetteer gazetteer;

  /** Points for each name with a possessive, by the name without it. */
  private final Map<String, Integer> vouching = new HashMap<>();

  /** Number of mentions of each name: without a possessive (first) and with one (second). */
  private final Map<String, int[]> forms = new HashMap<>();

  private OwnPossessives(List<String[]> sentences, Gazetteer gazetteer) {
    this.sentences = sentences;
    this.gazetteer = gazetteer;
  }

  /**
   * Returns the names of a document in order, extended by the possessives that belong to them.
   *
   * @param sentences the words of each sentence
   * @param found the document's names, in order and without possessives
   */
  static List<FoundName> keep(
      List<String[]> sentences, List<FoundName> found, Gazetteer gazetteer) {
    OwnPossessives own = new OwnPossessives(sentences, gazetteer);
    if (!own.any(found)) {
      return found;
    }
    found.forEach(own::learn);
    List<FoundName> result = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      FoundName name = found.get(i);
      boolean free = i + 1 == found.size() || !begins(found.get(i + 1), name);
      result.add(free && own.isOwn(name) ? kept(name) : name);
    }
    return result;
  }

  /** Whether the next name begins at this name's possessive. */
  private static boolean begins(FoundName next, FoundName name) {
    return next.sentence() == name.sentence() && next.start() == name.end();
  }

  private boolean any(List<FoundName> found) {
    for (FoundName name : found) {
      if (hasPossessive(name) && candidate(name)) {
        return true;
      }
    }
    return false;
  }

  private boolean candidate(FoundName name) {
    return isSaint(name) || name.type() == EntityType.ORGANIZATION;
  }

  private void learn(FoundName name) {
    boolean with = hasPossessive(name);
    forms.computeIfAbsent(text(name), t -> new int[2])[with ? 1 : 0]++;
    if (with && name.type() == EntityType.ORGANIZATION) {
      vouching.merge(text(name), vouches(name), Integer::sum);
    }
  }

  /**
   * Extends a name by its possessive. The result is never a person, even if the model took the
   * saint for a person.
   */
  private static FoundName kept(FoundName name) {
    EntityType type = name.type() == EntityType.PERSON ? EntityType.LOCATION : name.type();
    return name.between(name.start(), name.end() + 1).as(type);
  }

  private boolean isOwn(FoundName name) {
    if (!hasPossessive(name) || !candidate(name)) {
      return false;
    }
    int[] counted = forms.get(text(name));
    if (counted != null && counted[0] > 0) {
      return false;
    }
    if (isSaint(name)) {
      String[] words = sentences.get(name.sentence());
      return vouches(name) > 0 && !gazetteer.isPlace(words, name.start(), name.end());
    }
    return vouching.getOrDefault(text(name), 0) >= SURE;
  }

  /** Returns points for the certainty that the words after a name's possessive are not owned. */
  private int vouches(FoundName name) {
    String[] words = sentences.get(name.sentence());
    int behind = name.end() + 1;
    if (behind == words.length || BEFORE_NO_NOUN.contains(words[behind])) {
      return 1;
    }
    if (VERBS.contains(words[behind])) {
      // In "Shell's said to be in talks", "Shell's" is short for "Shell is" and thus not a
      // possessive.
      boolean passive = behind + 1 < words.length && words[behind + 1].equals("to");
      return passive ? 0 : SURE;
    }
    return isStop(words[behind]) ? 1 : 0;
  }

  /**
   * Whether a punctuation mark ends the phrase that contains a name. Quotation marks, hyphens and
   * "(" do not.
   */
  private static boolean isStop(String word) {
    return switch (word) {
      case ".", ",", ";", ":", "!", "?", ")" -> true;
      default -> false;
    };
  }

  private boolean hasPossessive(FoundName name) {
    String[] words = sentences.get(name.sentence());
    return name.end() < words.length && NameEdges.isPossessive(words[name.end()]);
  }

  private boolean isSaint(FoundName name) {
    return name.end() - name.start() == 2
        && SAINT.contains(sentences.get(name.sentence())[name.start()]);
  }

  private String text(FoundName name) {
    return DocumentNames.text(sentences.get(name.sentence()), name.start(), name.end());
  }
}
