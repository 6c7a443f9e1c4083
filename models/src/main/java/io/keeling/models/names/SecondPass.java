package io.keeling.models.names;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a document once more with what was found in it: a name found once is found again, a surname
 * after the full name, an acronym after what it stands for; and one name is of one type.
 */
final class SecondPass {

  /** The probability of a name that only the rest of the document vouches for. */
  private static final double BY_DOCUMENT = 0.5;

  private SecondPass() {}

  /**
   * The names of a document, in order.
   *
   * @param sentences the words of each sentence
   * @param found what the first pass found, in order
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

  /** Adds the known names among words that the first pass left alone, the longest first. */
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
