package io.keeling.feeds.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;

/**
 * The texts of a JSON object that a program sent, or why it cannot be taken. Immutable and safe to
 * share between threads.
 */
public sealed interface JsonFields {

  /** Chosen: a note of full length, every character of it written as an escape, takes less. */
  int LONGEST_BODY = 16_384;

  /** It can be taken. */
  record Good(Map<String, String> texts) implements JsonFields {

    public Good {
      texts = Map.copyOf(texts);
    }

    /** Whether a field was sent. */
    public boolean has(String name) {
      return texts.containsKey(name);
    }

    /** A field; empty where it was not sent. */
    public String text(String name) {
      return texts.getOrDefault(name, "");
    }
  }

  /** It cannot be taken. */
  record Bad(Failure failure) implements JsonFields {}

  /**
   * Reads the body of a request; an empty one is taken for an empty object.
   *
   * @param allowed the names of fields, each of which may be left out
   */
  static JsonFields read(Context context, Set<String> allowed) {
    byte[] body = context.bodyAsBytes();
    if (body.length > LONGEST_BODY) {
      return bad("body", "the body must be at most " + LONGEST_BODY + " bytes");
    }
    JsonNode sent;
    try {
      sent = body.length == 0 ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      return bad("body", "the body must be a JSON object");
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    }
    if (sent == null || !sent.isObject()) {
      return bad("body", "the body must be a JSON object");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (Entry<String, JsonNode> field : sent.properties()) {
      if (!allowed.contains(field.getKey())) {
        return bad("body", "the body may have " + String.join(", ", new TreeSet<>(allowed)));
      }
      if (!field.getValue().isTextual()) {
        return bad(field.getKey(), field.getKey() + " must be a string");
      }
      texts.put(field.getKey(), field.getValue().asText());
    }
    return new Good(texts);
  }

  private static JsonFields bad(String parameter, String problem) {
    return new Bad(Failure.badParameter(parameter, problem));
  }
}
