package io.keeling.reader.body;

import io.keeling.reader.outline.Block;
import io.keeling.reader.pruning.BodyContext;
import io.keeling.reader.wording.PhraseList;
import io.keeling.reader.wording.WordList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Leaves out what follows an article's last paragraph: its writer, sources, contacts. */
final class ClosingRules {

  private static final PhraseList LINES = PhraseList.load("phrases/closing-line.txt");
  private static final PhraseList ABOUT = PhraseList.load("phrases/biography.txt");
  private static final Set<String> ROLES = WordList.load("words/writing-roles.txt");

  /** An e-mail address, or a label such as "Tel:" with what follows it. */
  private static final Pattern CONTACT =
      Pattern.compile(
          "(?<![\\w.+-])[\\w.+-]{1,40}+@[\\w-]{1,40}+\\."
              + "|(?<![\\p{L}\\p{M}])(?:e-?mail|tel|telefon|t\u00E9l|phone|mobil|fax)\\.?\\s?:\\s?\\S"
              + "|(?<![\\p{L}\\p{M}])(?:tel|telefon|t\u00E9l|phone)\\.?\\s[+(]?\\d",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int LEAST_BEFORE = 3;
  private static final int LAST_BLOCKS = 6;
  private static final int BIOGRAPHY_WORDS = 90;
  private static final int LINE_WORDS = 25;
  private static final int ROLE_WITHIN_WORDS = 14;
  private static final int MOST_NAME_WORDS = 4;

  private ClosingRules() {}

  static void apply(Selection selection, BodyContext context) {
    List<Block> kept = selection.kept();
    for (int i = Math.max(LEAST_BEFORE, kept.size() - LAST_BLOCKS); i < kept.size(); i++) {
      Block block = kept.get(i);
      if (block.words() < BIOGRAPHY_WORDS && isBiography(block, context.authors())) {
        selection.leave(block, "biography");
      }
    }
    for (int i = kept.size() - 1; i >= Math.max(LEAST_BEFORE, kept.size() - LAST_BLOCKS); i--) {
      Block block = kept.get(i);
      if (!selection.isKept(block)) {
        continue;
      }
      if (!closes(block)) {
        break;
      }
      selection.leave(block, "closing-line");
    }
  }

  private static boolean closes(Block block) {
    return block.words() <= LINE_WORDS
        && (LINES.starts(block.folded()) || block.text().endsWith(":") || isContact(block));
  }

  /** Whether a line gives a contact, such as an address or a number, and is not a sentence. */
  private static boolean isContact(Block block) {
    return !block.endsSentence() && CONTACT.matcher(block.text()).find();
  }

  private static boolean isBiography(Block block, List<String> authors) {
    for (String author : authors) {
      if (author.indexOf(' ') > 0 && block.folded().startsWith(author + " ")) {
        return true;
      }
    }
    return isAboutSomeWriter(block.folded().split(" ", ROLE_WITHIN_WORDS + 1), block.text());
  }

  /** Whether a text begins with a name of two to four words, then "is a ... reporter". */
  private static boolean isAboutSomeWriter(String[] words, String text) {
    if (text.isEmpty() || !Character.isUpperCase(text.codePointAt(0))) {
      return false;
    }
    for (int name = 2; name <= Math.min(MOST_NAME_WORDS, words.length - 2); name++) {
      if (ABOUT.equal(words[name]) || ABOUT.equal(words[name] + " " + words[name + 1])) {
        for (int i = name + 1; i < Math.min(words.length, ROLE_WITHIN_WORDS); i++) {
          if (ROLES.contains(words[i])) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
