package io.keeling.reader.structured;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads the initial state of a page's own scripts: {@code script} elements of a JSON type,
 * assignments such as {@code window.__INITIAL_STATE__ = {...}} or {@code JSON.parse("...")}, rows
 * of server components, and attributes that hold JSON. No script is run. Never throws.
 */
public final class EmbeddedState {

  /** Characters parsed of one page. */
  private static final int MOST_CHARACTERS = 3_000_000;

  private static final int MOST_STATES = 12;

  /** Shortest script or attribute that is read; shorter ones hold no article. */
  private static final int LEAST_CHARACTERS = 250;

  /** Number of characters in which the assignment must begin, perhaps after a few others. */
  private static final int BEGINNING = 2_000;

  private static final int MOST_ASSIGNMENTS = 12;

  private static final String PARSE_CALL = "JSON.parse(";

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build()
          .reader();

  private EmbeddedState() {}

  /** Returns the states of a page: those of scripts in document order, then those in attributes. */
  public static List<JsonNode> of(Element page) {
    List<JsonNode> states = new ArrayList<>();
    FlightRows rows = new FlightRows();
    int characters = 0;
    for (Element script : page.getElementsByTag("script")) {
      String type = script.attr("type");
      if (script.hasAttr("src") || type.contains("ld+json")) {
        continue;
      }
      String data = script.data();
      characters += data.length();
      if (characters > MOST_CHARACTERS || states.size() >= MOST_STATES) {
        break;
      }
      if (rows.take(data, EmbeddedState::parse) || data.length() < LEAST_CHARACTERS) {
        continue;
      }
      JsonNode state = type.contains("json") ? parse(data) : assigned(data);
      if (state != null && state.isContainerNode()) {
        states.add(state);
      }
    }
    states.addAll(rows.states(EmbeddedState::parse));
    inAttributes(page, states);
    return states;
  }

  /** Adds states that applications find in an attribute of the element they fill. */
  private static void inAttributes(Element page, List<JsonNode> states) {
    int left = MOST_STATES;
    int characters = 0;
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        String value = attribute.getValue();
        if (value.length() >= LEAST_CHARACTERS
            && (value.charAt(0) == '{' || value.charAt(0) == '[')
            && left > 0
            && characters + value.length() <= MOST_CHARACTERS) {
          left--;
          characters += value.length();
          JsonNode state = parse(value);
          if (state != null && state.isContainerNode()) {
            states.add(state);
          }
        }
      }
    }
  }

  /** Returns the first non-empty object or array among the first values assigned, or null. */
  private static @Nullable JsonNode assigned(String data) {
    int equals = data.indexOf('=');
    for (int i = 0; i < MOST_ASSIGNMENTS && equals >= 0 && equals <= BEGINNING; i++) {
      JsonNode value = valueAt(data, equals + 1);
      if (value != null && value.isContainerNode() && value.size() > 0) {
        return value;
      }
      equals = data.indexOf('=', equals + 1);
    }
    return null;
  }

  private static @Nullable JsonNode valueAt(String data, int from) {
    int start = from;
    while (start < data.length() && Character.isWhitespace(data.charAt(start))) {
      start++;
    }
    if (data.startsWith(PARSE_CALL, start)) {
      JsonNode literal = parse(data.substring(start + PARSE_CALL.length()));
      return literal == null || !literal.isTextual() ? null : parse(literal.asText());
    }
    boolean json =
        start < data.length() && (data.charAt(start) == '{' || data.charAt(start) == '[');
    return json ? parse(data.substring(start)) : null;
  }

  /** Parses JSON, in which scripts may also write {@code undefined}. */
  private static @Nullable JsonNode parse(String data) {
    try {
      return JSON.readTree(data.replace(":undefined", ":null"));
    } catch (JsonProcessingException | StackOverflowError e) {
      return null;
    }
  }
}
