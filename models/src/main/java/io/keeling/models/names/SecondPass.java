package io.keeling.models.names;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a document again, using the names of the first pass: finds further mentions of a name,
 * surnames without the first name and acronyms, and gives all mentions of a name one type.
 */
final class SecondPass {

  /** Probability of a name found only because of the rest of the document. */
  private static final double BY_DOCUMENT = 0.5;

  private SecondPass() {}

  /**
   * Returns the names of a document, in order.
   *
   * @param sentences the words of each sentence
   * @param found the names of the first pass, in order
   */
  static List<FoundName> refine(List<String[]> sentences, List<FoundName> found) {
    DocumentNames known = new DocumentNames(sentences, found);
    List<FoundName> result = new ArrayList<>(found.size() + found.size() / 4);
    int next = 0;
    for (int s = 0; s < sentences.size(); s++) {
      String[] words = sentences.get(s);
      int from = 0;
      while (next < found.size() && found.get(next).sentence() == s) {
        FoundName name = found.get(next++);
        addKnown(result, known, words, s, from, name.start());
        result.add(name.as(known.settle(words, name)));
        from = name.end();
      }
      addKnown(result, known, words, s, from, words.length);
    }
    return result;
  }

  /**
   * Adds known names, the longest first, in a stretch of words in which the first pass found no
   * name.
   */
  private static void addKnown(
      List<FoundName> result, DocumentNames known, String[] words, int s, int from, int to) {
    int start = from;
    while (start < to) {
      int next = start + 1;
      if (Character.isUpperCase(words[start].charAt(0))) {
        for (int end = Math.min(to, start + known.longest()); end > start; end--) {
          EntityType type = known.typeOf(words, start, end);
          if (type != null) {
            result.add(new FoundName(s, start, end, type, BY_DOCUMENT));
            next = end;
            break;
          }
        }
      }
      start = next;
    }
  }
}
