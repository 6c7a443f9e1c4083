package io.keeling.enrich.taxonomy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A node of a YAML file that knows its path and reports what is wrong with it. Not for sharing
 * between threads.
 */
final class YamlNode {

  private final String path;
  private final JsonNode node;
  private final Collection<String> problems;

  YamlNode(String path, JsonNode node, Collection<String> problems) {
    this.path = path;
    this.node = node;
    this.problems = problems;
  }

  /** Reports a problem with this node. For a missing key, reports only that it is missing. */
  void problem(String what) {
    problems.add((path.isEmpty() ? "the file " : path + ": ") + (present() ? what : "is missing"));
  }

  /** Reports every key other than these. */
  YamlNode keys(String... allowed) {
    if (!node.isObject()) {
      problem("must be a map with the keys " + String.join(", ", allowed));
      return this;
    }
    TreeSet<String> unknown = new TreeSet<>();
    node.fieldNames().forEachRemaining(unknown::add);
    Arrays.asList(allowed).forEach(unknown::remove);
    for (String key : unknown) {
      get(key).problem("unknown key; allowed are " + String.join(", ", allowed));
    }
    return this;
  }

  /** How many problems the file has so far. */
  int problems() {
    return problems.size();
  }

  YamlNode get(String key) {
    return new YamlNode(path.isEmpty() ? key : path + "." + key, node.path(key), problems);
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  boolean present() {
    return !node.isMissingNode();
  }

  /** The elements of a list; empty if the list is missing. */
  List<YamlNode> list() {
    List<YamlNode> result = new ArrayList<>();
    if (present() && !node.isArray()) {
      problem("must be a list");
    } else {
      for (int i = 0; i < node.size(); i++) {
        result.add(new YamlNode(path + "[" + i + "]", node.get(i), problems));
      }
    }
    return result;
  }

  /** The texts of a list; empty if the list is missing. */
  List<String> texts(Predicate<String> allowed, String rule) {
    return list().stream().map(n -> n.text(allowed, rule)).toList();
  }

  String text() {
    return text(t -> !t.isBlank(), "must be text");
  }

  String text(Predicate<String> allowed, String rule) {
    if (node.isNumber() || node.isBoolean()) {
      problem("needs quotes: YAML does not read " + node.asText() + " as text");
      return "";
    }
    if (!node.isTextual() || !allowed.test(node.textValue())) {
      problem(rule);
      return "";
    }
    return node.textValue();
  }

  String textOr(String otherwise, Predicate<String> allowed, String rule) {
    return present() ? text(allowed, rule) : otherwise;
  }

  boolean flag() {
    if (present() && !node.isBoolean()) {
      problem("must be true or false");
    }
    return node.asBoolean(false);
  }

  double number(double least, double most) {
    if (!node.isNumber() || node.doubleValue() < least || node.doubleValue() > most) {
      problem("must be a number from " + shortest(least) + " to " + shortest(most));
      return least;
    }
    return node.doubleValue();
  }

  private static String shortest(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
