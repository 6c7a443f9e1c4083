package io.keeling.contract.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what a change of a schema breaks for those who wrote or read values before it. */
final class SchemaChange {

  /** Keywords that say which values are allowed: a change of them is a change of type. */
  private static final List<String> CONSTRAINTS =
      List.of(
          "type",
          "format",
          "pattern",
          "minimum",
          "maximum",
          "minLength",
          "contentEncoding",
          "anyOf",
          "$ref");

  /**
   * Keywords that say how much there may be. Who reads has made room for it: they may come in and
   * may shrink, but neither grow nor go.
   */
  private static final List<String> LIMITS = List.of("maxLength", "maxItems", "maxProperties");

  private final List<String> breaks = new ArrayList<>();

  private SchemaChange() {}

  /** One line for each break; empty if the change only adds. */
  static List<String> breaks(JsonNode released, JsonNode today) {
    SchemaChange change = new SchemaChange();
    change.compare("", released, today);
    return change.breaks;
  }

  private void compare(String path, JsonNode released, JsonNode today) {
    for (String constraint : CONSTRAINTS) {
      if (!released.path(constraint).equals(today.path(constraint))) {
        breaks.add(path + " has another " + constraint);
      }
    }
    for (String limit : LIMITS) {
      if (released.has(limit)
          && released.path(limit).asInt() < today.path(limit).asInt(Integer.MAX_VALUE)) {
        breaks.add(path + " has a wider " + limit);
      }
    }
    if (!texts(today.path("enum")).containsAll(texts(released.path("enum")))) {
      breaks.add(path + " lost a constant");
    }
    if (released.has("enum") != today.has("enum")) {
      breaks.add(path + " is no longer what it was: an enumeration, or open");
    }
    Set<String> before = texts(released.path("required"));
    Set<String> after = texts(today.path("required"));
    after.stream()
        .filter(name -> !before.contains(name))
        .forEach(name -> breaks.add(path + "/" + name + " is newly required"));
    before.stream()
        .filter(name -> !after.contains(name))
        .forEach(name -> breaks.add(path + "/" + name + " is no longer certain to be there"));
    compareMembers(path, released.path("properties"), today.path("properties"));
    compareMembers(path + "#", released.path("$defs"), today.path("$defs"));
    for (String below : List.of("items", "additionalProperties")) {
      if (released.has(below)) {
        compare(path + "/" + below, released.path(below), today.path(below));
      }
    }
  }

  private void compareMembers(String path, JsonNode released, JsonNode today) {
    for (Map.Entry<String, JsonNode> member : released.properties()) {
      String name = path + "/" + member.getKey();
      if (today.has(member.getKey())) {
        compare(name, member.getValue(), today.path(member.getKey()));
      } else {
        breaks.add(name + " is gone");
      }
    }
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> result = new HashSet<>();
    array.forEach(element -> result.add(element.asText()));
    return result;
  }
}
