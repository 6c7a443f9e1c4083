package io.keeling.reader.structured;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.reader.wording.Folded;
import io.keeling.reader.wording.TextMeasure;
import io.keeling.reader.wording.WordList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article's body in the state of a page: the longest text under a key such as {@code
 * body} or {@code paragraphs}, in the object that has the page's headline. The number of objects
 * and the depth are limited.
 */
public final class StateBody {

  private static final Set<String> BODY_KEYS = WordList.load("words/body-key.txt");

  private static final List<String> TITLE_KEYS =
      List.of("headline", "title", "name", "seoTitle", "shortTitle", "headlines", "heading");

  private static final int MOST_OBJECTS = 200_000;
  private static final int DEEPEST = 40;

  /** Levels searched outward from the body for the headline. */
  private static final int TITLE_LEVELS = 4;

  /** Shortest title compared, in characters; shorter ones are names of sections. */
  private static final int LEAST_TITLE = 12;

  private static final int LEAST_CHARACTERS = 250;
  private static final int LEAST_WORDS = 40;
  private static final int LEAST_SENTENCES = 2;
  private static final double TITLED = 4;

  /**
   * A body.
   *
   * @param html its text as HTML
   * @param words its number of words, including those of markup
   * @param titled whether it is in an object with the page's headline
   */
  public record Found(String html, int words, boolean titled) {}

  private record Place(JsonNode node, @Nullable Place around, int depth, boolean titled) {

    boolean isTitled() {
      Place place = this;
      for (int level = 0; place != null && level < TITLE_LEVELS; level++) {
        if (place.titled) {
          return true;
        }
        place = place.around;
      }
      return false;
    }
  }

  private StateBody() {}

  /**
   * Finds the body.
   *
   * @param title the page's headline
   * @return the likeliest body, or null
   */
  public static @Nullable Found find(List<JsonNode> states, String title) {
    Found best = null;
    String folded = Folded.of(title, 200);
    for (JsonNode state : states) {
      for (Found found : candidates(state, folded)) {
        if (best == null || worth(found) > worth(best)) {
          best = found;
        }
      }
    }
    return best;
  }

  private static double worth(Found found) {
    return found.titled ? TITLED * found.words : found.words;
  }

  private static List<Found> candidates(JsonNode state, String title) {
    List<Found> found = new ArrayList<>();
    Map<String, JsonNode> entities = new HashMap<>();
    Deque<Place> open = new ArrayDeque<>();
    List<Place> bodies = new ArrayList<>();
    open.push(new Place(state, null, 0, false));
    for (int visited = 0; !open.isEmpty() && visited < MOST_OBJECTS; visited++) {
      Place place = open.pop();
      if (place.depth > DEEPEST) {
        continue;
      }
      if (place.node.isArray()) {
        place.node.forEach(child -> visit(child, place, title, open, bodies));
      } else {
        place
            .node
            .properties()
            .forEach(
                field -> {
                  if (field.getKey().indexOf(':') > 0 && field.getValue().isObject()) {
                    entities.put(field.getKey(), field.getValue());
                  }
                  if (BODY_KEYS.contains(plain(field.getKey()))) {
                    bodies.add(new Place(field.getValue(), place, place.depth + 1, false));
                  }
                  visit(field.getValue(), place, title, open, bodies);
                });
      }
    }
    RichText text = new RichText(entities);
    for (Place body : bodies) {
      Found candidate = read(body, text);
      if (candidate != null) {
        found.add(candidate);
      }
    }
    return found;
  }

  private static void visit(
      JsonNode child, Place place, String title, Deque<Place> open, List<Place> bodies) {
    if (child.isContainerNode()) {
      open.push(new Place(child, place, place.depth + 1, hasTitle(child, title)));
    } else if (place.node.isArray()
        && child.isTextual()
        && child.textValue().length() >= LEAST_CHARACTERS
        && child.textValue().contains("<p")) {
      bodies.add(new Place(child, place, place.depth + 1, false));
    }
  }

  private static @Nullable Found read(Place body, RichText text) {
    if (body.node.isTextual() && body.node.textValue().length() < LEAST_CHARACTERS) {
      return null;
    }
    String html = text.write(body.node);
    TextMeasure measure = TextMeasure.of(html);
    if (html.length() < LEAST_CHARACTERS
        || measure.words() < LEAST_WORDS
        || measure.sentenceEnds() < LEAST_SENTENCES) {
      return null;
    }
    return new Found(html, measure.words(), body.isTitled());
  }

  private static boolean hasTitle(JsonNode node, String title) {
    if (!node.isObject() || title.length() < LEAST_TITLE) {
      return false;
    }
    for (String key : TITLE_KEYS) {
      JsonNode value = node.get(key);
      if (value != null && value.isObject() && value.size() > 0) {
        value = value.elements().next();
      }
      if (value != null && value.isTextual()) {
        String folded = Folded.of(value.asText(), 200);
        if (folded.length() >= LEAST_TITLE && (title.contains(folded) || folded.contains(title))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String plain(String key) {
    return key.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
  }
}
