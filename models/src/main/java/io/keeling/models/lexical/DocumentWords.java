package io.keeling.models.lexical;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a document writes its words: small, or with a capital where none is due. Immutable. */
final class DocumentWords {

  private final Set<String> ordinary = new HashSet<>();
  private final Set<String> named = new HashSet<>();

  DocumentWords(List<LexicalSentence> lines) {
    for (LexicalSentence line : lines) {
      for (LexicalToken unit : line.units()) {
        if (Character.isLowerCase(unit.text().codePointAt(0))) {
          ordinary.add(unit.text());
        } else if (!unit.opening() && !line.capitals() && !line.titleCase()) {
          named.add(unit.text());
        }
      }
    }
  }

  /** Whether the document also writes the word in lower case. */
  boolean ordinary(String word) {
    return ordinary.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether the document writes the word with a capital within a sentence. */
  boolean named(String word) {
    return named.contains(word);
  }
}
