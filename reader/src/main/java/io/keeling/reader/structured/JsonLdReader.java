package io.keeling.reader.structured;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON-LD of a page (schema.org vocabulary) as the web writes it: arrays, graphs, nested
 * things, raw control characters, trailing junk. Never throws.
 */
public final class JsonLdReader {

  /** Longest block read, in characters; larger ones are product catalogues and archives. */
  private static final int MOST_CHARACTERS = 2_000_000;

  /** Maximum number of things kept of one page. */
  private static final int MOST_THINGS = 500;

  private static final int DEEPEST = 12;

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build()
          .reader();

  private JsonLdReader() {}

  /** Returns every typed thing of the page, outer things before those inside them. */
  public static List<Thing> read(List<Element> scripts) {
    List<Thing> things = new ArrayList<>();
    for (Element script : scripts) {
      if (script.attr("type").contains("ld+json")) {
        JsonNode tree = parse(script.data());
        if (tree != null) {
          collect(tree, 0, false, things);
        }
      }
    }
    return things;
  }

  private static @Nullable JsonNode parse(String data) {
    int start = firstOf(data);
    if (start < 0 || data.length() > MOST_CHARACTERS) {
      return null;
    }
    try {
      return JSON.readTree(data.substring(start));
    } catch (JsonProcessingException | StackOverflowError e) {
      return null;
    }
  }

  private static int firstOf(String data) {
    int brace = data.indexOf('{');
    int bracket = data.indexOf('[');
    return brace < 0 || (bracket >= 0 && bracket < brace) ? bracket : brace;
  }

  private static void collect(JsonNode node, int depth, boolean listed, List<Thing> things) {
    if (depth > DEEPEST || things.size() >= MOST_THINGS) {
      return;
    }
    if (node.isArray()) {
      node.forEach(child -> collect(child, depth + 1, listed, things));
    } else if (node.isObject()) {
      boolean typed = node.has("@type");
      if (typed) {
        things.add(new Thing(node, listed));
      }
      node.properties()
          .forEach(
              field -> {
                if (field.getValue().isContainerNode()) {
                  collect(field.getValue(), depth + 1, listed || isList(field.getKey()), things);
                }
              });
    }
  }

  /** Whether a property holds things that belong to other pages. */
  private static boolean isList(String key) {
    return switch (key) {
      case "itemListElement",
          "hasPart",
          "isPartOf",
          "comment",
          "review",
          "citation",
          "mentions",
          "associatedMedia",
          "about",
          "relatedLink",
          "blogPost",
          "liveBlogUpdate" ->
          true;
      default -> false;
    };
  }
}
