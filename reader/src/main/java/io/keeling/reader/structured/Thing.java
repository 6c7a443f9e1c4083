package io.keeling.reader.structured;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.reader.wording.Placeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * One typed thing of a page's JSON-LD.
 *
 * @param node the JSON object
 * @param listed whether it is in a list or part of another thing, and so may be of another page
 */
public record Thing(JsonNode node, boolean listed) {

  public boolean isArticle() {
    for (String type : types()) {
      if (type.endsWith("article")
          || type.endsWith("posting")
          || type.equals("report")
          || type.equals("review")) {
        return true;
      }
    }
    return false;
  }

  public boolean isWebPage() {
    return types().stream().anyMatch(type -> type.endsWith("page"));
  }

  /** Whether one of its types has this name, in lower case. */
  public boolean is(String type) {
    return types().contains(type);
  }

  private List<String> types() {
    List<String> types = new ArrayList<>();
    JsonNode type = node.get("@type");
    if (type != null && type.isArray()) {
      type.forEach(t -> types.add(local(t.asText())));
    } else if (type != null) {
      types.add(local(type.asText()));
    }
    return types;
  }

  private static String local(String type) {
    return type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  /** Returns a property as text, entities resolved; null if it is missing, empty or no text. */
  public @Nullable String text(String key) {
    return plain(node.get(key));
  }

  /** Returns the address that a property gives: its text, or its {@code url} or {@code @id}. */
  public @Nullable String address(String key) {
    JsonNode value = node.get(key);
    if (value != null && value.isArray() && !value.isEmpty()) {
      value = value.get(0);
    }
    if (value != null && value.isObject()) {
      String url = plain(value.get("url"));
      return url != null ? url : plain(value.get("@id"));
    }
    return plain(value);
  }

  /** Returns the text of a value, entities resolved; for an array, that of its first element. */
  static @Nullable String plain(@Nullable JsonNode value) {
    if (value != null && value.isArray() && !value.isEmpty()) {
      value = value.get(0);
    }
    if (value == null || !value.isValueNode() || value.isNull()) {
      return null;
    }
    String text = value.asText();
    if (text.indexOf('&') >= 0) {
      text = Parser.unescapeEntities(Parser.unescapeEntities(text, false), false);
    }
    text = text.strip();
    return text.isEmpty() || Placeholders.isUnfilled(text) ? null : text;
  }
}
