package io.keeling.reader.authors;

import io.keeling.reader.wording.WordList;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Recognises byline prefixes that name the work: "Story by", "Photos and story by", "Ein Beitrag
 * von", "Text und Fotos".
 */
final class BylineWork {

  private static final Set<String> WRITTEN = WordList.load("words/byline-work.txt");
  private static final Set<String> PICTURES = WordList.load("words/byline-picture.txt");

  private static final Set<String> ARTICLES =
      Set.of("a", "an", "the", "ein", "eine", "un", "une", "una", "um", "uma");
  private static final Set<String> JOINTS =
      Set.of("and", "und", "et", "y", "e", "en", "og", "och", "ja", "i");
  private static final Set<String> AGENTS =
      Set.of("by", "von", "par", "por", "de", "di", "door", "av", "af", "przez");

  private BylineWork() {}

  /** Returns the words with which a prefix that names the work can start. */
  static Stream<String> firstWords() {
    return Stream.of(WRITTEN, PICTURES, ARTICLES).flatMap(Set::stream);
  }

  /** Whether a folded text is only a word for written work. */
  static boolean isWritten(String folded) {
    return WRITTEN.contains(folded);
  }

  /**
   * Whether a folded text is a prefix that names the work: words for written work, with or without
   * pictures, and then a word for "by". That word may be missing if pictures are named too.
   */
  static boolean isBeginning(String folded) {
    String[] words = folded.split(" ");
    int from = ARTICLES.contains(words[0]) ? 1 : 0;
    boolean agent = AGENTS.contains(words[words.length - 1]);
    int to = agent ? words.length - 1 : words.length;
    boolean written = false;
    boolean pictures = false;
    boolean joint = true;
    for (int i = from; i < to; i++) {
      boolean work = WRITTEN.contains(words[i]);
      boolean picture = PICTURES.contains(words[i]);
      if (!work && !picture && (joint || !JOINTS.contains(words[i]))) {
        return false;
      }
      joint = !work && !picture;
      written |= work;
      pictures |= picture;
    }
    return written && !joint && (agent || pictures);
  }
}
