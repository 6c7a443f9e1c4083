package io.keeling.models.names;

import io.keeling.models.files.WordSections;
import io.keeling.models.names.features.Gazetteer;
import io.keeling.models.text.Sentence;
import io.keeling.models.text.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins names that were split at a hyphen. The model treats a hyphen as a separate word, where a
 * name may begin or end. "Jarred-Michael Erickson" is one name, but "Trump-Putin" and "US-China"
 * are two. For one document and one thread.
 */
final class HyphenatedNames {

  private static final WordSections WORDS = new WordSections(HyphenatedNames.class);

  private static final Set<String> HYPHENS = Set.of("-", "\u2010", "\u2011");

  /** Words before a hyphen that are not part of the name after it. */
  private static final Set<String> PREFIXES = WORDS.set("prefixes");

  /**
   * Words before a hyphen that are not part of the name of an organisation after it. "Anti" is not
   * among them, as "Anti-Defamation League" is a name.
   */
  private static final Set<String> PREFIXES_OF_BODIES = Set.of("ex", "pro", "then", "now", "mid");

  /** Words after a hyphen that show that the word before it is not a name. */
  private static final Set<String> NO_NAMES =
      Set.of("era", "run", "style", "like", "wide", "free", "friendly", "related");

  /** Maximum number of words joined to a name by hyphens; longer chains are not names. */
  private static final int MOST_PARTS = 3;

  private final List<Sentence> document;
  private final List<String[]> sentences;
  private final Gazetteer gazetteer;
  private final List<FoundName> found;

  /** Words that are names without a hyphen elsewhere in the document; null before first use. */
  private @Nullable Set<String> separate;

  private HyphenatedNames(
      List<Sentence> document,
      List<String[]> sentences,
      List<FoundName> found,
      Gazetteer gazetteer) {
    this.document = document;
    this.sentences = sentences;
    this.found = found;
    this.gazetteer = gazetteer;
  }

  /**
   * Returns the names of a document in order, joined where needed.
   *
   * @param sentences the words of the document's sentences
   * @param found what the model found, in order
   */
  static List<FoundName> whole(
      List<Sentence> document,
      List<String[]> sentences,
      List<FoundName> found,
      Gazetteer gazetteer) {
    return new HyphenatedNames(document, sentences, found, gazetteer).whole();
  }

  private List<FoundName> whole() {
    List<FoundName> result = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      FoundName name = found.get(i);
      FoundName last = result.isEmpty() ? null : result.get(result.size() - 1);
      if (last != null && last.sentence() != name.sentence()) {
        last = null;
      }
      if (last != null && last.end() == name.start() - 1 && joins(name, last.end())) {
        if (isOne(last, name)) {
          result.set(result.size() - 1, joined(last, name));
          continue;
        }
      } else {
        name = grownBefore(name, last == null ? 0 : last.end());
      }
      FoundName next = i + 1 < found.size() ? found.get(i + 1) : null;
      int free =
          next != null && next.sentence() == name.sentence()
              ? next.start()
              : sentences.get(name.sentence()).length;
      result.add(grownBehind(name, free));
    }
    return result;
  }

  /** Whether the word at this index is a hyphen without spaces beside it. */
  private boolean joins(FoundName name, int hyphen) {
    String[] words = sentences.get(name.sentence());
    if (hyphen < 1 || hyphen + 1 >= words.length || !HYPHENS.contains(words[hyphen])) {
      return false;
    }
    List<Token> tokens = document.get(name.sentence()).tokens();
    return tokens.get(hyphen - 1).end() == tokens.get(hyphen).start()
        && tokens.get(hyphen).end() == tokens.get(hyphen + 1).start();
  }

  private boolean isOne(FoundName left, FoundName right) {
    String[] words = sentences.get(left.sentence());
    boolean single = left.end() - left.start() == 1;
    if (single == (right.end() - right.start() == 1)) {
      return false;
    }
    String part = single ? words[left.start()] : words[right.start()];
    boolean firstName = gazetteer.isFirstName(words, left.start(), left.end());
    boolean place = gazetteer.isPlace(words, left.start(), left.end());
    if (right.type() == EntityType.PERSON) {
      boolean person = left.type() == EntityType.PERSON || (single && firstName && !place);
      return person && !isSeparate(part);
    }
    if (right.type() == EntityType.ORGANIZATION && single) {
      boolean ofPlace = gazetteer.isPlace(words, right.start(), right.start() + 1);
      return (ofPlace || !place) && !isSeparate(part);
    }
    return false;
  }

  private static FoundName joined(FoundName left, FoundName right) {
    FoundName longer = left.end() - left.start() > right.end() - right.start() ? left : right;
    return new FoundName(
        left.sentence(),
        left.start(),
        right.end(),
        longer.type(),
        Math.min(left.probability(), right.probability()));
  }

  /**
   * Extends a name of several words by the capitalised words that hyphens join to its beginning.
   */
  private FoundName grownBefore(FoundName name, int free) {
    if (name.type() == EntityType.LOCATION || name.end() - name.start() == 1) {
      return name;
    }
    String[] words = sentences.get(name.sentence());
    Set<String> prefixes = name.type() == EntityType.PERSON ? PREFIXES : PREFIXES_OF_BODIES;
    int start = name.start();
    while (start - 2 >= free
        && name.start() - start < 2 * MOST_PARTS
        && joins(name, start - 1)
        && isPart(words[start - 2])
        && !prefixes.contains(words[start - 2].toLowerCase(Locale.ROOT))) {
      start -= 2;
    }
    return start == name.start() ? name : name.between(start, name.end());
  }

  /**
   * Extends a person's name of several words by the capitalised words that hyphens join to its end.
   */
  private FoundName grownBehind(FoundName name, int free) {
    if (name.type() != EntityType.PERSON || name.end() - name.start() == 1) {
      return name;
    }
    String[] words = sentences.get(name.sentence());
    int end = name.end();
    while (end + 1 < free
        && end - name.end() < 2 * MOST_PARTS
        && joins(name, end)
        && isPart(words[end + 1])
        && !saysOfTheName(words[end + 1])) {
      end += 2;
    }
    return end == name.end() ? name : name.between(name.start(), end);
  }

  /**
   * Whether the word after a hyphen describes the name before the hyphen: "Trump-Backed",
   * "Trump-Style" in a headline with capitals.
   */
  private static boolean saysOfTheName(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return small.endsWith("ed") || small.endsWith("ing") || NO_NAMES.contains(small);
  }

  private boolean isPart(String word) {
    return word.length() > 1
        && Character.isUpperCase(word.charAt(0))
        && Character.isLowerCase(word.charAt(word.length() - 1))
        && !Titles.isTitle(word)
        && !Titles.isBefore(word)
        && !isSeparate(word);
  }

  private boolean isSeparate(String word) {
    if (separate == null) {
      separate = new HashSet<>();
      for (FoundName name : found) {
        boolean hyphened = joins(name, name.start() - 1) || joins(name, name.end());
        boolean single = name.end() - name.start() == 1;
        if (!hyphened && (single || name.type() == EntityType.PERSON)) {
          separate.add(sentences.get(name.sentence())[name.end() - 1]);
        }
      }
    }
    return separate.contains(word);
  }
}
