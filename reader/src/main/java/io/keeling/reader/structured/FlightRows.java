package io.keeling.reader.structured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows that React's server components write into a page ({@code
 * self.__next_f.push([1,"..."])}): {@code id:json} up to the end of the line, or {@code
 * id:Tlength,text} with the length in bytes as a hexadecimal number. Strings that refer to a row of
 * text are replaced by it. One instance serves one page; not thread-safe.
 */
final class FlightRows {

  private static final String PUSH = "__next_f.push(";
  private static final int MOST_ROWS = 2_000;
  private static final int LONGEST_ID = 8;
  private static final int MOST_NODES = 200_000;
  private static final int DEEPEST = 200;
  private static final int HEXADECIMAL = 16;

  private final StringBuilder stream = new StringBuilder();
  private final Map<String, String> texts = new HashMap<>();
  private int nodes;

  /** Takes what a script pushes; returns whether it pushes anything. */
  boolean take(String script, Function<String, @Nullable JsonNode> parser) {
    int at = script.indexOf(PUSH);
    if (at < 0) {
      return false;
    }
    JsonNode pushed = parser.apply(script.substring(at + PUSH.length()));
    if (pushed != null && pushed.isArray() && pushed.path(1).isTextual()) {
      stream.append(pushed.get(1).textValue());
    }
    return true;
  }

  /** Returns the rows of data, with references replaced by rows of text. */
  List<JsonNode> states(Function<String, @Nullable JsonNode> parser) {
    List<JsonNode> states = new ArrayList<>();
    String rows = stream.toString();
    int at = 0;
    for (int row = 0; row < MOST_ROWS && at < rows.length(); row++) {
      int colon = rows.indexOf(':', at);
      if (colon < 0 || colon - at > LONGEST_ID) {
        int line = rows.indexOf('\n', at);
        if (line < 0) {
          break;
        }
        at = line + 1;
        continue;
      }
      String id = rows.substring(at, colon);
      int start = colon + 1;
      if (start < rows.length() && rows.charAt(start) == 'T') {
        at = text(rows, id, start + 1);
        continue;
      }
      int line = rows.indexOf('\n', start);
      int end = line < 0 ? rows.length() : line;
      JsonNode node =
          start < end && (rows.charAt(start) == '[' || rows.charAt(start) == '{')
              ? parser.apply(rows.substring(start, end))
              : null;
      if (node != null && node.isContainerNode()) {
        states.add(node);
      }
      at = end + 1;
    }
    if (!texts.isEmpty()) {
      states.forEach(state -> resolve(state, 0));
    }
    return states;
  }

  /** Stores a row of text and returns where the next row begins. */
  private int text(String rows, String id, int start) {
    int comma = rows.indexOf(',', start);
    if (comma < 0 || comma - start > LONGEST_ID) {
      return rows.length();
    }
    int left;
    try {
      left = Integer.parseInt(rows.substring(start, comma), HEXADECIMAL);
    } catch (NumberFormatException e) {
      return rows.length();
    }
    int end = comma + 1;
    while (end < rows.length() && left > 0) {
      int point = rows.codePointAt(end);
      left -= new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8).length;
      end += Character.charCount(point);
    }
    texts.put("$" + id, rows.substring(comma + 1, end));
    return end;
  }

  private void resolve(JsonNode node, int depth) {
    if (depth > DEEPEST || nodes++ > MOST_NODES) {
      return;
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        String text = textOf(array.get(i));
        if (text != null) {
          array.set(i, TextNode.valueOf(text));
        } else {
          resolve(array.get(i), depth + 1);
        }
      }
    } else if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        String text = textOf(field.getValue());
        if (text != null) {
          field.setValue(TextNode.valueOf(text));
        } else {
          resolve(field.getValue(), depth + 1);
        }
      }
    }
  }

  private @Nullable String textOf(JsonNode node) {
    return node.isTextual() && node.textValue().startsWith("$")
        ? texts.get(node.textValue())
        : null;
  }
}
