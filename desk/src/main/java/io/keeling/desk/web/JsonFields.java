package io.keeling.desk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The texts, flags and lists of a JSON object in a request. Immutable; threads may share it. */
public record JsonFields(
    Map<String, String> texts,
    Map<String, Boolean> flags,
    Map<String, List<Map<String, String>>> lists) {

  /**
   * Longest body in bytes: room for a note of full length with every character escaped, or for a
   * query with the addresses of all channels.
   */
  private static final int LONGEST_BODY = 32_768;

  /** Maximum number of items read of a list; every list has a lower limit of its own. */
  private static final int LONGEST_LIST = 50;

  public JsonFields {
    texts = Map.copyOf(texts);
    flags = Map.copyOf(flags);
    lists = Map.copyOf(lists);
  }

  /** A list of objects with texts; empty if it was not sent. */
  public Optional<List<Map<String, String>>> list(String name) {
    return Optional.ofNullable(lists.get(name));
  }

  public boolean has(String name) {
    return texts.containsKey(name);
  }

  /** A text; empty if it was not sent. */
  public String text(String name) {
    return texts.getOrDefault(name, "");
  }

  /** A flag; the alternative if it was not sent. */
  public boolean flag(String name, boolean otherwise) {
    return flags.getOrDefault(name, otherwise);
  }

  /**
   * Reads a request body; an empty one counts as an empty object.
   *
   * @param texts names of optional text fields
   * @throws FailureException if the body is invalid
   */
  public static JsonFields read(Context context, Set<String> texts) {
    return read(context, texts, Set.of(), Map.of());
  }

  /**
   * Reads a request body with flags and lists of objects.
   *
   * @param flags names of optional flags
   * @param lists names of optional lists, with the text fields of their objects
   */
  public static JsonFields read(
      Context context, Set<String> texts, Set<String> flags, Map<String, Set<String>> lists) {
    byte[] body = context.bodyAsBytes();
    if (body.length > LONGEST_BODY) {
      throw bad("body", "the body must be at most " + LONGEST_BODY + " bytes");
    }
    JsonNode sent;
    try {
      sent = body.length == 0 ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw bad("body", "the body must be a JSON object");
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    }
    if (sent == null || !sent.isObject()) {
      throw bad("body", "the body must be a JSON object");
    }
    Map<String, String> sentTexts = new HashMap<>();
    Map<String, Boolean> sentFlags = new HashMap<>();
    Map<String, List<Map<String, String>>> sentLists = new HashMap<>();
    for (Entry<String, JsonNode> field : sent.properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      if (texts.contains(name)) {
        if (!value.isTextual()) {
          throw bad(name, name + " must be a string");
        }
        sentTexts.put(name, value.asText());
      } else if (flags.contains(name)) {
        if (!value.isBoolean()) {
          throw bad(name, name + " must be true or false");
        }
        sentFlags.put(name, value.asBoolean());
      } else if (lists.containsKey(name)) {
        Optional<List<Map<String, String>>> list = list(value, lists.get(name));
        if (list.isEmpty()) {
          throw bad(
              name,
              "%s must be a list of at most %d objects, which may have the strings %s"
                  .formatted(
                      name, LONGEST_LIST, String.join(", ", new TreeSet<>(lists.get(name)))));
        }
        sentLists.put(name, list.get());
      } else {
        Set<String> allowed = new TreeSet<>(texts);
        allowed.addAll(flags);
        allowed.addAll(lists.keySet());
        throw bad("body", "the body may have " + String.join(", ", allowed));
      }
    }
    return new JsonFields(sentTexts, sentFlags, sentLists);
  }

  private static Optional<List<Map<String, String>>> list(JsonNode value, Set<String> texts) {
    if (!value.isArray() || value.size() > LONGEST_LIST) {
      return Optional.empty();
    }
    List<Map<String, String>> list = new ArrayList<>();
    for (JsonNode item : value) {
      Map<String, String> fields = new HashMap<>();
      for (Entry<String, JsonNode> field : item.properties()) {
        if (!texts.contains(field.getKey()) || !field.getValue().isTextual()) {
          return Optional.empty();
        }
        fields.put(field.getKey(), field.getValue().asText());
      }
      if (!item.isObject()) {
        return Optional.empty();
      }
      list.add(Map.copyOf(fields));
    }
    return Optional.of(List.copyOf(list));
  }

  private static FailureException bad(String parameter, String problem) {
    return Failure.badParameter(parameter, problem).exception();
  }
}
