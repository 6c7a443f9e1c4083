package io.keeling.models.lexical;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a first pass learnt about a document's names: how often which name was found as what, the
 * words of these names, surnames of full names, and acronyms in brackets after a name. For one
 * document and one thread.
 */
final class DocumentMemory {

  /** A name found more often than this counts as found often. */
  private static final int OFTEN = 2;

  private final Map<String, EnumMap<NameKind, Integer>> names = new HashMap<>();
  private final Map<String, EnumMap<NameKind, Integer>> words = new HashMap<>();
  private final Set<String> surnames = new HashSet<>();
  private final Map<String, NameKind> acronyms = new HashMap<>();

  void learn(LexicalSentence line, List<LexicalName> found, Set<String> connectors) {
    for (LexicalName name : found) {
      count(names, line.text(name.start(), name.end()), name.kind());
      if (name.end() - name.start() > 1) {
        for (int i = name.start(); i < name.end(); i++) {
          if (line.unit(i).capital()) {
            count(words, line.text(i), name.kind());
          }
        }
        if (name.kind() == NameKind.PERSON && line.unit(name.end() - 1).surname()) {
          learnSurname(line, name, connectors);
        }
        if (line.text(name.end()).equals("(")
            && line.text(name.end() + 2).equals(")")
            && line.unit(name.end() + 1).acronym()) {
          acronyms.put(key(line.text(name.end() + 1)), name.kind());
        }
      }
    }
  }

  private void learnSurname(LexicalSentence line, LexicalName name, Set<String> connectors) {
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

  private static void count(
      Map<String, EnumMap<NameKind, Integer>> counts, String text, NameKind kind) {
    counts
        .computeIfAbsent(key(text), k -> new EnumMap<>(NameKind.class))
        .merge(kind, 1, Integer::sum);
  }

  /** Gives what is known of a stretch as features. */
  void features(LexicalSentence line, int start, int end, Consumer<String> out) {
    String size = end - start == 1 ? "1" : "+";
    String key = key(line.text(start, end));
    Map<NameKind, Integer> found = names.getOrDefault(key, new EnumMap<>(NameKind.class));
    int all = found.values().stream().mapToInt(Integer::intValue).sum();
    if (all == 0) {
      out.accept("m0" + size);
    }
    found.forEach(
        (kind, times) ->
            out.accept(
                "m" + kind.ordinal() + (times * 2 > all ? "h" : "l") + Math.min(all, OFTEN + 1)));
    if (surnames.contains(key)) {
      out.accept("msur");
    }
    NameKind acronym = acronyms.get(key);
    if (acronym != null) {
      out.accept("macr" + acronym.ordinal());
    }
    of(line.text(start), "mf" + size, out);
    if (end - start > 1) {
      of(line.text(end - 1), "ml", out);
    }
  }

  private void of(String word, String prefix, Consumer<String> out) {
    Map<NameKind, Integer> found = words.get(key(word));
    if (found != null) {
      found.forEach((kind, times) -> out.accept(prefix + kind.ordinal()));
    }
  }

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
