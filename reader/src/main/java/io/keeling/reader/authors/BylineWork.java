package io.keeling.reader.authors;

import io.keeling.reader.wording.WordList;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Knows the beginnings of bylines that say what was made: "Story by", "Photos and story by", "Ein
 * Beitrag von", "Text und Fotos".
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

  /** What such a beginning may begin with. */
  static Stream<String> firstWords() {
    return Stream.of(WRITTEN, PICTURES, ARTICLES).flatMap(Set::stream);
  }

  /** Whether a folded text names what somebody wrote and nothing else. */
  static boolean isWritten(String folded) {
    return WRITTEN.contains(folded);
  }

  /**
   * Whether a folded text is such a beginning: written work, with pictures or without, and a word
   * for "by", which may be missing where the work is joined with pictures.
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
