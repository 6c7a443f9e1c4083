package io.keeling.models.names;

import io.keeling.models.files.WordSections;
import io.keeling.models.names.features.Gazetteer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Splits what the model took for the name of one organisation: "Dallas's Energy Transfer", "Nez
 * Perce and Earthjustice", "Institute for Meteorology in Hamburg". At least one part must be known
 * from the gazetteer or from elsewhere in the document. For one document and one thread.
 */
final class JoinedNames {

  private static final WordSections WORDS = new WordSections(JoinedNames.class);

  /** Words within an organisation's name that show that an "and" may be part of the name too. */
  private static final Set<String> OF = Set.of("of", "for", "on", "&", ",", "and", "in", "to");

  private static final Set<String> AND = Set.of("and");

  /** Kinds of organisations whose names do not include a following "in" and city. */
  private static final Set<String> INSTITUTIONS = WORDS.set("institutions");

  /** Minimum number of words of a complete institution's name before "in". */
  private static final int WHOLE = 3;

  private final List<String[]> sentences;
  private final List<FoundName> found;
  private final Gazetteer gazetteer;

  /** Types of the document's names; null before first use. */
  private @Nullable Map<String, EntityType> known;

  private JoinedNames(List<String[]> sentences, List<FoundName> found, Gazetteer gazetteer) {
    this.sentences = sentences;
    this.found = found;
    this.gazetteer = gazetteer;
  }

  /**
   * Returns the names of a document in order, after splitting those that need it.
   *
   * @param sentences the words of each sentence
   * @param found what the model found, in order
   */
  static List<FoundName> apart(
      List<String[]> sentences, List<FoundName> found, Gazetteer gazetteer) {
    JoinedNames names = new JoinedNames(sentences, found, gazetteer);
    List<FoundName> result = new ArrayList<>(found.size());
    for (FoundName name : found) {
      if (name.type() == EntityType.ORGANIZATION && name.end() - name.start() > 2) {
        names.cut(name, result);
      } else {
        result.add(name);
      }
    }
    return result;
  }

  private void cut(FoundName name, List<FoundName> result) {
    String[] words = sentences.get(name.sentence());
    FoundName rest = cutOwner(name, words, result);
    for (int i = rest.start() + 1; i < rest.end() - 1; i++) {
      List<FoundName> two =
          switch (words[i]) {
            case "and" -> atAnd(rest, words, i);
            case "in" -> atIn(rest, words, i);
            case "of" -> atOf(rest, words, i);
            default -> List.of();
          };
      if (!two.isEmpty()) {
        for (FoundName part : two) {
          FoundName trimmed = NameEdges.trim(part, words);
          if (trimmed != null) {
            result.add(trimmed);
          }
        }
        return;
      }
    }
    result.add(rest);
  }

  /**
   * Adds a known place or person before a possessive as a separate name, and returns the remaining
   * name.
   */
  private FoundName cutOwner(FoundName name, String[] words, List<FoundName> result) {
    int at = name.start() + 1;
    while (at < name.end() - 1 && !NameEdges.isPossessive(words[at])) {
      at++;
    }
    if (at >= name.end() - 1 || !isCapital(words[at + 1])) {
      return name;
    }
    // "Victoria's Secret" and "Ralph's Market" stay whole: a first name counts as an owner only if
    // several words follow.
    boolean several = name.end() - at > 2;
    EntityType owner = knownAs(words, name.start(), at);
    if (owner == null
        && gazetteer.isPlace(words, name.start(), at)
        && (several || !gazetteer.isFirstName(words, name.start(), at))) {
      owner = EntityType.LOCATION;
    }
    if (owner != EntityType.LOCATION && !(owner == EntityType.PERSON && several)) {
      return name;
    }
    result.add(name.between(name.start(), at).as(owner));
    return name.between(at + 1, name.end());
  }

  /**
   * Splits at "and" into two organisations that are each found alone elsewhere, or into an
   * organisation and a place.
   */
  private List<FoundName> atAnd(FoundName name, String[] words, int and) {
    int behind = and + 1;
    if (!isCapital(words[behind])) {
      return List.of();
    }
    FoundName first = name.between(name.start(), and);
    FoundName second = name.between(behind, name.end());
    EntityType type = knownAs(words, behind, name.end());
    boolean place =
        type == EntityType.LOCATION
            || (type == null && gazetteer.isPlace(words, behind, name.end()));
    if (place) {
      // These names stay whole: "Bank of Trinidad and Tobago", "Church of England and Wales".
      return gazetteer.isPlace(words, and - 1, and) || holds(words, name.start(), and, AND)
          ? List.of()
          : List.of(first, second.as(EntityType.LOCATION));
    }
    boolean simple = !holds(words, name.start(), and, OF) && !holds(words, behind, name.end(), OF);
    // One known part is not enough: the "Social Democratic and Labour Party" may be mentioned
    // beside the "Labour Party".
    boolean bodies =
        type == EntityType.ORGANIZATION
            && knownAs(words, name.start(), and) == EntityType.ORGANIZATION;
    return simple && bodies ? List.of(first, second) : List.of();
  }

  /** Splits an institution from the place after "in". */
  private List<FoundName> atIn(FoundName name, String[] words, int in) {
    boolean whole = in - name.start() >= WHOLE;
    boolean institution = false;
    for (int i = name.start(); i < in; i++) {
      institution |= INSTITUTIONS.contains(words[i].toLowerCase(Locale.ROOT));
    }
    return whole && institution && isPlace(words, in + 1, name.end())
        ? withPlace(name, in)
        : List.of();
  }

  /** Splits an organisation of one word, known from elsewhere in the document, from its place. */
  private List<FoundName> atOf(FoundName name, String[] words, int of) {
    boolean alone =
        of - name.start() == 1
            && !INSTITUTIONS.contains(words[name.start()].toLowerCase(Locale.ROOT))
            && knownAs(words, name.start(), of) == EntityType.ORGANIZATION;
    boolean article = name.start() > 0 && words[name.start() - 1].equalsIgnoreCase("the");
    return alone && !article && isPlace(words, of + 1, name.end())
        ? withPlace(name, of)
        : List.of();
  }

  private static List<FoundName> withPlace(FoundName name, int at) {
    return List.of(
        name.between(name.start(), at), name.between(at + 1, name.end()).as(EntityType.LOCATION));
  }

  private boolean isPlace(String[] words, int start, int end) {
    return gazetteer.isPlace(words, start, end)
        || knownAs(words, start, end) == EntityType.LOCATION;
  }

  private static boolean isCapital(String word) {
    return Character.isUpperCase(word.charAt(0));
  }

  private static boolean holds(String[] words, int start, int end, Set<String> wanted) {
    for (int i = start; i < end; i++) {
      if (wanted.contains(words[i])) {
        return true;
      }
    }
    return false;
  }

  private @Nullable EntityType knownAs(String[] words, int start, int end) {
    if (known == null) {
      known = new HashMap<>();
      for (FoundName name : found) {
        String[] of = sentences.get(name.sentence());
        known.putIfAbsent(DocumentNames.text(of, name.start(), name.end()), name.type());
      }
    }
    return known.get(DocumentNames.text(words, start, end));
  }
}
