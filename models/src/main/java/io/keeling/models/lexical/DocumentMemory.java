package io.keeling.models.lexical;

import io.keeling.models.names.EntityType;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a first pass learnt about a document's names: surnames of full names, names seen elsewhere,
 * and acronyms in brackets after a name. For one document and one thread.
 */
final class DocumentMemory {

  private final Map<String, EnumMap<EntityType, Double>> votes = new HashMap<>();
  private final Set<String> surnames = new HashSet<>();
  private final Set<String> ordinary = new HashSet<>();

  /** Learns which words the document writes in lower case. */
  DocumentMemory(List<LexicalSentence> lines) {
    for (LexicalSentence line : lines) {
      for (LexicalToken unit : line.units()) {
        if (Character.isLowerCase(unit.text().codePointAt(0))) {
          ordinary.add(unit.text());
        }
      }
    }
  }

  void learn(LexicalSentence line, List<LexicalName> names, Set<String> connectors) {
    for (LexicalName name : names) {
      votes
          .computeIfAbsent(
              key(line.text(name.start(), name.end())), k -> new EnumMap<>(EntityType.class))
          .merge(name.type(), name.score(), Double::sum);
      if (name.type() == EntityType.PERSON
          && name.end() - name.start() > 1
          && line.unit(name.end() - 1).surname()) {
        int last = name.end() - 1;
        surnames.add(key(line.text(last)));
        while (last - 1 > name.start() && connectors.contains(line.text(last - 1))) {
          last--;
          surnames.add(key(line.text(last, name.end())));
        }
        // Spanish and Portuguese people have two surnames and are called by the first surname or by
        // both.
        if (name.end() - name.start() == 3 && line.unit(name.start() + 1).capital()) {
          surnames.add(key(line.text(name.start() + 1)));
          surnames.add(key(line.text(name.start() + 1, name.end())));
        }
      }
      boolean bracketed =
          line.text(name.end()).equals("(") && line.text(name.end() + 2).equals(")");
      if (bracketed && name.end() - name.start() > 1 && line.unit(name.end() + 1).acronym()) {
        votes
            .computeIfAbsent(key(line.text(name.end() + 1)), k -> new EnumMap<>(EntityType.class))
            .merge(name.type(), name.score(), Double::sum);
      }
    }
  }

  /** Whether this is the surname of a person whom the document names in full. */
  boolean surname(String text) {
    return surnames.contains(key(text));
  }

  /** Whether the document also writes the word in lower case. */
  boolean ordinary(String word) {
    return ordinary.contains(word.toLowerCase(Locale.ROOT));
  }

  /**
   * Returns a type's share of all scores that this name has elsewhere in the document; 0 if the
   * name is new.
   */
  double share(String text, EntityType type) {
    EnumMap<EntityType, Double> of = votes.get(key(text));
    if (of == null) {
      return 0;
    }
    double all = of.values().stream().mapToDouble(Double::doubleValue).sum();
    return of.getOrDefault(type, 0.0) / all;
  }

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
