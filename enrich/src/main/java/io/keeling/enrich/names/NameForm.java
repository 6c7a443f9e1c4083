package io.keeling.enrich.names;

import io.keeling.models.files.WordSections;
import io.keeling.models.names.Titles;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Forms of names for comparing. */
final class NameForm {

  private static final WordSections WORDS = new WordSections(NameForm.class);

  /** Words that an acronym skips. */
  private static final Set<String> SMALL = WORDS.set("small");

  /** Maximum length, in UTF-16 code units, of a word that keeps its genitive ending. */
  private static final int GENITIVE = 6;

  /**
   * Minimum number of initials that may stand for a name without its owner. Fewer are ambiguous:
   * "SC" is not the "UN Security Council".
   */
  private static final int OWNED = 3;

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern BETWEEN_PARTS = Pattern.compile("[ -]|(?<=[dl]['\u2019])");
  private static final Pattern ADJECTIVE_ENDING = Pattern.compile("e[nrsm]$");
  private static final Pattern GENITIVE_ENDING = Pattern.compile("e?s$");
  private static final Pattern IN_GENITIVE =
      Pattern.compile("^.*(amt|ministerium|institut|gericht)(e?s)");

  /**
   * Abbreviations of names that are not the initials of the name's words, or are their initials in
   * another language.
   */
  private static final Map<String, Set<String>> IRREGULAR =
      Map.of(
          "vereinte nationen", Set.of("un", "uno"),
          "nations unies", Set.of("onu"),
          "naciones unidas", Set.of("onu"),
          "nazioni unite", Set.of("onu"),
          "nações unidas", Set.of("onu"),
          "verenigde naties", Set.of("vn"),
          "estados unidos", Set.of("eeuu", "eua"),
          "stati uniti", Set.of("usa"),
          "vereinigte staaten", Set.of("usa"));

  /**
   * Initials that fit many names but in news always mean one country or organisation, with its
   * names in the form of {@link #uninflected}: "US" is not the University of Sussex.
   */
  private static final Map<String, Set<String>> UNMISTAKABLE =
      Map.of(
          "us", Set.of("united states"),
          "usa", Set.of("united state of america", "stati uniti", "vereinigte staaten"),
          "uk", Set.of("united kingdom"),
          "eu", Set.of("european union", "europäische union", "europese unie", "estados unidos"),
          "un", Set.of("united nations", "vereinte nationen"),
          "uae", Set.of("united arab emirates"));

  /**
   * Titles that {@link Titles#isSure} does not include, because they are also names or belong to
   * other languages.
   */
  private static final Set<String> HONORIFICS = WORDS.set("honorifics");

  private NameForm() {}

  /** The name with single spaces. */
  static String shown(String name) {
    return isShown(name) ? name : SPACES.matcher(name).replaceAll(" ").strip();
  }

  private static boolean isShown(String name) {
    boolean gap = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isWhitespace(c) && (gap || c != ' ')) {
        return false;
      }
      gap = c == ' ';
    }
    return !gap;
  }

  /** The name in lower case, without dots and article. */
  static String key(String name) {
    String key = shown(name).replace(".", "").replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    return key.startsWith("the ") ? key.substring(4) : key;
  }

  /** The words of a person's name without the titles before it. */
  static List<String> person(String name) {
    List<String> words = List.of(key(name).split(" "));
    int first = 0;
    while (first < words.size() - 1
        && (HONORIFICS.contains(words.get(first)) || Titles.isSure(words.get(first)))) {
      first++;
    }
    return words.subList(first, words.size());
  }

  /** Whether a name is an abbreviation: two to six capitals, with or without dots. */
  static boolean acronym(String name) {
    String plain = name.replace(".", "");
    return plain.length() >= 2
        && plain.length() <= 6
        && plain.chars().allMatch(Character::isUpperCase);
  }

  /** Whether a name may be an abbreviation written as a word, as Italian does: "Oms". */
  static boolean shortWord(String name) {
    return name.length() >= 2
        && name.length() <= 6
        && name.chars().allMatch(Character::isLetter)
        && Character.isUpperCase(name.charAt(0));
  }

  /**
   * The abbreviations that a name of several words may have, in lower case: the "UN Environment
   * Programme" is UNEP.
   */
  static Set<String> abbreviations(String name) {
    String body = body(name);
    if (body.isEmpty()) {
      return initialsOf(shown(name));
    }
    String owner = key(shown(name).split(" ", 2)[0]);
    return initialsOf(body).stream().map(own -> owner + own).collect(Collectors.toSet());
  }

  /**
   * The abbreviations that a name may have without the country or organisation that owns it: the
   * "U.S. Environmental Protection Agency" is the EPA. They may be another name's full initials.
   */
  static Set<String> abbreviationsWithoutOwner(String name) {
    String body = body(name);
    if (body.isEmpty()) {
      return Set.of();
    }
    return initialsOf(body).stream()
        .filter(own -> own.length() >= OWNED)
        .collect(Collectors.toSet());
  }

  /** The name without the initials of a country or organisation that begin it; "" if none do. */
  private static String body(String name) {
    String shown = shown(name);
    int gap = shown.indexOf(' ');
    if (gap < 0) {
      return "";
    }
    String owner = shown.substring(0, gap);
    return acronym(owner) && unmistakable(key(owner)) ? shown.substring(gap + 1) : "";
  }

  private static Set<String> initialsOf(String name) {
    // A name that contains an abbreviation has no initials: "BBC World Service".
    if (Arrays.stream(name.split(" ")).anyMatch(NameForm::acronym)) {
      return Set.of();
    }
    Set<String> all = new LinkedHashSet<>();
    all.add(initials(name, false));
    all.add(initials(name, true));
    all.addAll(IRREGULAR.getOrDefault(uninflected(name), Set.of()));
    all.remove("");
    if (all.stream().anyMatch(UNMISTAKABLE::containsKey)) {
      String plain = uninflected(name);
      all.removeIf(a -> unmistakable(a) && !UNMISTAKABLE.getOrDefault(a, Set.of()).contains(plain));
    }
    return all;
  }

  /** Whether an abbreviation, in the form of {@link #key}, means the same in every article. */
  static boolean unmistakable(String abbreviation) {
    return UNMISTAKABLE.containsKey(abbreviation);
  }

  /** The name in lower case without German adjective and genitive endings, for comparison. */
  static String uninflected(String name) {
    String[] words = key(name).split(" ");
    for (int i = 0; i < words.length - 1; i++) {
      words[i] =
          words[i].length() > 4 ? ADJECTIVE_ENDING.matcher(words[i]).replaceAll("e") : words[i];
    }
    String last = words[words.length - 1];
    if (last.length() > GENITIVE && last.endsWith("s") && IN_GENITIVE.matcher(last).matches()) {
      words[words.length - 1] = GENITIVE_ENDING.matcher(last).replaceAll("");
    }
    return String.join(" ", words);
  }

  /**
   * The initials of a name of several words, in lower case.
   *
   * @param small whether words in lower case count
   */
  private static String initials(String name, boolean small) {
    StringBuilder initials = new StringBuilder();
    for (String word : BETWEEN_PARTS.split(shown(name))) {
      if (!word.isEmpty()
          && !SMALL.contains(word.toLowerCase(Locale.ROOT))
          && (small || Character.isUpperCase(word.codePointAt(0)))) {
        initials.appendCodePoint(Character.toLowerCase(word.codePointAt(0)));
      }
    }
    return initials.length() < 2 ? "" : initials.toString();
  }
}
