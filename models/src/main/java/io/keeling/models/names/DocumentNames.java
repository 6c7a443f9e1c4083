package io.keeling.models.names;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the first pass found in a document: its names and their types. For one document and one
 * thread. The limits were chosen on the corpora of docs/studies/names-recipe.md.
 */
final class DocumentNames {

  /** Minimum probability of a single-word name whose other mentions are searched for. */
  private static final double SURE = 0.8;

  /**
   * A mention's type is changed if another type has more than this many times the votes of the
   * mention's own type.
   */
  private static final double RATIO = 2;

  /** Longest name whose other mentions are looked for, in words. */
  private static final int LONGEST = 20;

  private final Map<String, EnumMap<EntityType, Double>> votes = new HashMap<>();
  private final Map<String, Double> surest = new HashMap<>();
  private final Set<String> surnames = new HashSet<>();
  private final Set<String> ordinary = new HashSet<>();
  private int longest = 1;

  DocumentNames(List<String[]> sentences, List<FoundName> names) {
    for (String[] words : sentences) {
      for (String word : words) {
        if (Character.isLowerCase(word.charAt(0))) {
          ordinary.add(word);
        }
      }
    }
    for (FoundName name : names) {
      String[] words = sentences.get(name.sentence());
      String text = text(words, name.start(), name.end());
      vote(text, name.type(), name.probability());
      int length = name.end() - name.start();
      longest = Math.max(longest, Math.min(LONGEST, length));
      String last = words[name.end() - 1];
      if (name.type() == EntityType.PERSON && length > 1 && isName(last)) {
        surnames.add(last);
      }
      acronym(words, name);
    }
  }

  /** Returns the length of the longest name whose other mentions are looked for, in words. */
  int longest() {
    return longest;
  }

  /**
   * Returns the type of these words as a name elsewhere in the document; null if they are not a
   * name.
   */
  @Nullable EntityType typeOf(String[] words, int start, int end) {
    String text = text(words, start, end);
    if (end - start == 1) {
      if (!isName(text)) {
        return null;
      }
      if (surnames.contains(text)) {
        return EntityType.PERSON;
      }
    }
    Double sure = surest.get(text);
    return sure != null && (sure >= SURE || end - start > 1) ? strongest(text) : null;
  }

  /** Returns the type that a found name should have, from all of its mentions. */
  EntityType settle(String[] words, FoundName name) {
    String text = text(words, name.start(), name.end());
    if (name.end() - name.start() == 1 && surnames.contains(text)) {
      return EntityType.PERSON;
    }
    EntityType strongest = strongest(text);
    EnumMap<EntityType, Double> of = votes.get(text);
    if (of == null || strongest == null) {
      return name.type();
    }
    return of.getOrDefault(strongest, 0.0) > RATIO * of.getOrDefault(name.type(), 0.0)
        ? strongest
        : name.type();
  }

  private void vote(String text, EntityType type, double probability) {
    votes
        .computeIfAbsent(text, t -> new EnumMap<>(EntityType.class))
        .merge(type, probability, Double::sum);
    surest.merge(text, probability, Math::max);
  }

  /**
   * Learns "IEA" from "International Energy Agency (IEA)" or "International Energy Agency, or
   * IEA,".
   */
  private void acronym(String[] words, FoundName name) {
    int at = name.end() + 1;
    if (name.end() - name.start() > 1 && at + 1 < words.length) {
      if (words[at - 1].equals("(") && words[at + 1].equals(")")) {
        acronym(words, name, at);
      } else if (words[at - 1].equals(",")
          && at + 2 < words.length
          && words[at].equals("or")
          && words[at + 2].equals(",")) {
        acronym(words, name, at + 1);
      }
    }
  }

  private void acronym(String[] words, FoundName name, int at) {
    String letters = words[at];
    String text = text(words, name.start(), name.end());
    boolean capitals = isAcronym(letters) && Abbreviation.begins(text, letters.charAt(0));
    boolean fits =
        name.type() == EntityType.ORGANIZATION
            && Abbreviation.word(letters)
            && Abbreviation.fits(text, letters);
    if (capitals || fits) {
      vote(letters, name.type(), 1);
    }
  }

  private @Nullable EntityType strongest(String text) {
    EnumMap<EntityType, Double> of = votes.get(text);
    if (of == null) {
      return null;
    }
    EntityType best = null;
    for (Map.Entry<EntityType, Double> entry : of.entrySet()) {
      best = best == null || entry.getValue() > of.getOrDefault(best, 0.0) ? entry.getKey() : best;
    }
    return best;
  }

  /**
   * Whether a word is capitalised and may be a name, because the document never writes it in lower
   * case.
   */
  private boolean isName(String word) {
    return word.length() > 1
        && Character.isUpperCase(word.charAt(0))
        && !ordinary.contains(word.toLowerCase(Locale.ROOT));
  }

  private static boolean isAcronym(String word) {
    return word.length() > 1
        && word.length() <= 10
        && Character.isUpperCase(word.charAt(0))
        && Character.isUpperCase(word.charAt(word.length() - 1));
  }

  /** Joins the words to one text for comparisons. */
  static String text(String[] words, int start, int end) {
    return end - start == 1
        ? words[start]
        : String.join(" ", Arrays.copyOfRange(words, start, end));
  }
}
