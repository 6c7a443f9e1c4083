package io.keeling.models.names;

import io.keeling.models.names.features.Gazetteer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds whole organisations that the model missed or split: organisations listed literally in the
 * gazetteer, such as "Lloyd's of London", and organisations whose name ends in a place, such as the
 * "Committee on Foreign Investment in the United States". For one document and one thread.
 */
final class WholeBodies {

  /** Probability of a name that was found in the gazetteer. */
  private static final double BY_GAZETTEER = 0.8;

  /** Kinds of organisations that are named after their purpose and place. */
  private static final Set<String> KINDS =
      Set.of("Committee", "Commission", "Conference", "Organization", "Organisation");

  private static final Set<String> FOR = Set.of("on", "for");

  private static final Set<String> CONTINENTS = Set.of("Africa", "America", "Asia", "Europe");

  private final List<String[]> sentences;
  private final List<FoundName> found;
  private final Gazetteer gazetteer;
  private final List<FoundName> result = new ArrayList<>();

  /** Index of the next found name to be handled. */
  private int next;

  private WholeBodies(List<String[]> sentences, List<FoundName> found, Gazetteer gazetteer) {
    this.sentences = sentences;
    this.found = found;
    this.gazetteer = gazetteer;
  }

  static List<FoundName> find(
      List<String[]> sentences, List<FoundName> found, Gazetteer gazetteer) {
    WholeBodies bodies = new WholeBodies(sentences, found, gazetteer);
    for (int s = 0; s < sentences.size(); s++) {
      bodies.read(s);
    }
    return bodies.result;
  }

  private void read(int sentence) {
    String[] words = sentences.get(sentence);
    int i = 0;
    while (i < words.length) {
      FoundName name = isLeft(sentence) ? found.get(next) : null;
      if (name != null && name.start() != i) {
        name = null;
      }
      int end = endOfKnown(words, i, sentence);
      if (end == i && name != null) {
        end = endWithPlace(words, name);
      }
      if (end > i) {
        result.add(new FoundName(sentence, i, end, EntityType.ORGANIZATION, BY_GAZETTEER));
        while (isLeft(sentence) && found.get(next).start() < end) {
          next++;
        }
      } else if (name != null) {
        result.add(name);
        next++;
        end = name.end();
      }
      i = Math.max(i + 1, end);
    }
  }

  private boolean isLeft(int sentence) {
    return next < found.size() && found.get(next).sentence() == sentence;
  }

  /**
   * Returns the index after an organisation of the gazetteer that begins here; {@code start} if no
   * organisation begins here or the model has found it already.
   */
  private int endOfKnown(String[] words, int start, int sentence) {
    boolean may = isCapital(words[start]) && !words[start].equals("The");
    int end = may ? gazetteer.endOfBody(words, start) : start;
    if (end == start
        || (start > 0 && isPart(words[start - 1]))
        || (end < words.length && isPart(words[end]))) {
      return start;
    }
    int last = next;
    while (last < found.size()
        && found.get(last).sentence() == sentence
        && found.get(last).start() < end) {
      FoundName inside = found.get(last++);
      boolean whole = inside.start() == start && inside.end() == end;
      if (inside.end() > end || (whole && inside.type() != EntityType.PERSON)) {
        return start;
      }
    }
    return end;
  }

  /** Whether a word makes the name longer: "2024 Labour Party conference". */
  private static boolean isPart(String word) {
    char first = word.charAt(0);
    return (Character.isUpperCase(first) && !word.equals("The"))
        || Character.isDigit(first)
        || first == '-';
  }

  /**
   * Returns the index after an organisation and its place; the organisation's start if the
   * organisation and the place are two names.
   */
  private int endWithPlace(String[] words, FoundName body) {
    int start = body.start();
    int in = body.end();
    if (body.type() != EntityType.ORGANIZATION
        || in - start < 3
        || in + 1 >= words.length
        || !KINDS.contains(words[start])
        || !FOR.contains(words[start + 1])
        || !words[in].equals("in")
        || next + 1 >= found.size()) {
      return start;
    }
    FoundName place = found.get(next + 1);
    boolean the = words[in + 1].equals("the");
    return place.sentence() == body.sentence()
            && place.type() == EntityType.LOCATION
            && place.start() == (the ? in + 2 : in + 1)
            && (the || CONTINENTS.contains(words[in + 1]))
            && gazetteer.endOfBody(words, start) == start
        ? place.end()
        : start;
  }

  private static boolean isCapital(String word) {
    return Character.isUpperCase(word.charAt(0));
  }
}
