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
 * What is known of a document's names after it was read once: a surname after the full name, a name
 * seen elsewhere, an acronym in brackets behind what it stands for. For one document and one
 * thread.
 */
final class DocumentMemory {

  private final Map<String, EnumMap<EntityType, Double>> votes = new HashMap<>();
  private final Set<String> surnames = new HashSet<>();
  private final Set<String> ordinary = new HashSet<>();

  /** Knows which words the document writes small. */
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
        // Spanish and Portuguese people have two surnames and go by the first or by both.
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

  /** Whether the document names somebody in full whose surname this is. */
  boolean surname(String text) {
    return surnames.contains(key(text));
  }

  /** Whether the document also writes the word small. */
  boolean ordinary(String word) {
    return ordinary.contains(word.toLowerCase(Locale.ROOT));
  }

  /** The share of what spoke for a name elsewhere that spoke for a type; 0 where it is new. */
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
