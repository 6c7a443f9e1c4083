package io.keeling.reader.outline;

import io.keeling.reader.wording.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Derives marks from the words in an element's class and id. Names are split at hyphens,
 * underscores and capitals and looked up word by word and in pairs and triples ({@code
 * article-body}), never as substrings: {@code content-with-sidebar} is no sidebar.
 *
 * <p>One instance serves one page and caches the names it has split; not thread-safe. Some
 * thousands of short names are cached for all pages, which changes no result.
 */
final class NameMarks {

  private static final Map<String, Integer> DICTIONARY = dictionary();

  /** First words of entries with several words. */
  private static final Set<String> BEGINNINGS =
      DICTIONARY.keySet().stream()
          .filter(name -> name.indexOf('-') > 0)
          .map(name -> name.substring(0, name.indexOf('-')))
          .collect(Collectors.toSet());

  /** Words after which a name describes a layout, not the element: {@code has-sidebar}. */
  private static final Set<String> LAYOUT_PREFIXES = WordList.load("names/layout-prefix.txt");

  /** Words that name a post of a live report after "live": {@code live-comment}. */
  private static final Set<String> LIVE_POSTS = Set.of("comment", "comments", "latest", "updated");

  /** Characters read of a name; the rest of a long run of utility classes adds nothing. */
  private static final int LONGEST_NAME = 400;

  private static final int HASH_LETTERS = 4;

  /** Names common to many pages, each split once; {@link #MOST_USUAL} at most. */
  private static final Map<String, Integer> USUAL = new ConcurrentHashMap<>();

  private static final int MOST_USUAL = 8_000;
  private static final int LONGEST_USUAL = 80;

  private final Map<String, Integer> known = new HashMap<>();

  /** Returns the marks that a class or id attribute gives. */
  int of(String names) {
    Integer marks = known.get(names);
    if (marks == null) {
      marks = USUAL.get(names);
      if (marks == null) {
        marks = split(names.length() > LONGEST_NAME ? names.substring(0, LONGEST_NAME) : names);
        if (names.length() <= LONGEST_USUAL && USUAL.size() < MOST_USUAL) {
          USUAL.put(names, marks);
        }
      }
      known.put(names, marks);
    }
    return marks;
  }

  private static int split(String names) {
    int marks = 0;
    boolean post = names.contains("post-");
    int start = 0;
    for (int i = 0; i <= names.length(); i++) {
      if (i == names.length() || names.charAt(i) <= ' ') {
        if (i > start) {
          String name = names.substring(start, i);
          marks |= post && isSubject(name) ? 0 : ofName(name);
        }
        start = i + 1;
      }
    }
    return marks;
  }

  /** Whether a class is the subject or author of a blog post: {@code tag-newsletter}. */
  private static boolean isSubject(String name) {
    return name.startsWith("tag-") || name.startsWith("category-") || name.startsWith("author-");
  }

  private static int ofName(String name) {
    List<String> words = words(name);
    if (words.contains("live")) {
      words.removeIf(LIVE_POSTS::contains);
    }
    int marks = 0;
    for (int i = 0; i < words.size(); i++) {
      if (LAYOUT_PREFIXES.contains(words.get(i))) {
        break;
      }
      String key = words.get(i);
      int named = DICTIONARY.getOrDefault(key, 0);
      if (!BEGINNINGS.contains(key)) {
        marks |= named;
        continue;
      }
      for (int j = i + 1; j < Math.min(words.size(), i + 3); j++) {
        key = key + "-" + words.get(j);
        int longer = DICTIONARY.getOrDefault(key, 0);
        named = Mark.STANDFIRST.in(longer) ? longer : named | longer;
      }
      marks |= named;
    }
    return marks;
  }

  /** Whether a few letters after a digit belong to a generated suffix: {@code title--3f9ad7e0}. */
  private static boolean isOfHash(String name, int start, int end) {
    return start > 0 && end - start <= HASH_LETTERS && Character.isDigit(name.charAt(start - 1));
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= name.length(); i++) {
      char c = i < name.length() ? name.charAt(i) : '-';
      boolean letter = c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : Character.isLetter(c);
      boolean hump =
          letter
              && start >= 0
              && Character.isUpperCase(c)
              && Character.isLowerCase(name.charAt(i - 1));
      if (start >= 0 && (!letter || hump)) {
        if (!isOfHash(name, start, i)) {
          words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = -1;
      }
      if (letter && start < 0) {
        start = i;
      }
    }
    return words;
  }

  private static Map<String, Integer> dictionary() {
    Map<String, Integer> marks = new HashMap<>();
    for (Mark mark :
        List.of(
            Mark.HIDDEN,
            Mark.NAVIGATION,
            Mark.DIALOG,
            Mark.FOOTER,
            Mark.BODY_NAME,
            Mark.CAPTION,
            Mark.RELATED,
            Mark.PROMOTION,
            Mark.COMMENTS,
            Mark.BYLINE,
            Mark.BIOGRAPHY,
            Mark.SHARE,
            Mark.ADVERT,
            Mark.CONSENT,
            Mark.PAYWALL,
            Mark.TAGS,
            Mark.STANDFIRST,
            Mark.DATE,
            Mark.EMBED,
            Mark.SMALL_PRINT,
            Mark.HEADLINE,
            Mark.CORRECTION)) {
      String file = mark.name().toLowerCase(Locale.ROOT).replace('_', '-');
      for (String name : WordList.load("names/" + file + ".txt")) {
        marks.merge(name, mark.bit(), (a, b) -> a | b);
      }
    }
    return marks; // not Map.copyOf, whose look-ups take twice as long
  }
}
