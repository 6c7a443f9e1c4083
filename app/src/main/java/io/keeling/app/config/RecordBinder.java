package io.keeling.app.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.keeling.runtime.config.Fixed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Binds a tree of settings to a tree of records. Settings missing from the tree keep their
 * defaults. A key that no record has is a problem, so that a typing error is never silent. All
 * problems are collected, each with its path. Not for sharing between threads.
 */
final class RecordBinder {

  private final ObjectMapper mapper;
  private final List<Problem> problems = new ArrayList<>();

  RecordBinder(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** Returns all problems; empty if there are none. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * Binds a node to a record. An invalid value is replaced by the default and reported by {@link
   * #problems}.
   *
   * @param path of the node, empty for the root
   */
  <R extends Record> R bind(Class<R> type, R defaults, JsonNode node, String path) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return defaults;
    }
    if (!node.isObject()) {
      problems.add(new Problem(path, "must be a mapping of keys to values"));
      return defaults;
    }
    reportUnknownKeys(node, settings(type), path);
    int before = problems.size();
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      JsonNode set = isFixed(component) ? null : node.get(component.getName());
      values[i] =
          value(component, valueOf(component, defaults), set, join(path, component.getName()));
    }
    return problems.size() > before ? defaults : construct(type, values, defaults, path);
  }

  @SuppressWarnings("unchecked")
  private Object value(
      RecordComponent component, Object defaultValue, @Nullable JsonNode node, String path) {
    if (node == null || node.isNull()) {
      return defaultValue;
    }
    if (isSection(component)) {
      return bind((Class<Record>) component.getType(), (Record) defaultValue, node, path);
    }
    if (Map.class.isAssignableFrom(component.getType()) && !node.isObject()) {
      // Does not use Jackson's message, which quotes the value: client properties contain secrets.
      problems.add(new Problem(path, "must be a mapping of keys to values"));
      return defaultValue;
    }
    try {
      return mapper.readerFor(mapper.constructType(component.getGenericType())).readValue(node);
    } catch (JsonMappingException e) {
      problems.add(new Problem(path + inner(e), problem(e)));
    } catch (JsonProcessingException e) {
      problems.add(new Problem(path, oneLine(e.getOriginalMessage())));
    } catch (java.io.IOException e) {
      problems.add(new Problem(path, String.valueOf(e.getMessage())));
    }
    return defaultValue;
  }

  private <R extends Record> R construct(Class<R> type, Object[] values, R defaults, String path) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      problems.add(
          new Problem(path, String.valueOf(Objects.requireNonNull(e.getCause()).getMessage())));
      return defaults;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("record " + type + " cannot be built", e);
    }
  }

  private void reportUnknownKeys(JsonNode node, List<RecordComponent> settings, String path) {
    Set<String> known = settings.stream().map(RecordComponent::getName).collect(Collectors.toSet());
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                reportUnknownKey(join(path, name), node.get(name), known);
              }
            });
  }

  private void reportUnknownKey(String path, JsonNode node, Set<String> known) {
    if (RemovedSettings.isSection(path) && node.isObject()) {
      node.properties()
          .forEach(each -> reportUnknownKey(join(path, each.getKey()), each.getValue(), known));
      return;
    }
    String problem =
        RemovedSettings.advice(path)
            .orElseGet(
                () ->
                    "no such setting; here are "
                        + known.stream().sorted().collect(Collectors.joining(", ")));
    problems.add(new Problem(path, problem));
  }

  /** Returns the components of a record that an operator may set. */
  static List<RecordComponent> settings(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).filter(each -> !isFixed(each)).toList();
  }

  private static boolean isFixed(RecordComponent component) {
    return component.isAnnotationPresent(Fixed.class);
  }

  /** Whether a component is a record of settings, bound key by key, rather than one value. */
  static boolean isSection(RecordComponent component) {
    return component.getType().isRecord();
  }

  static Object valueOf(RecordComponent component, Record record) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("component " + component + " cannot be read", e);
    }
  }

  static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String inner(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getFieldName() != null
                    ? "." + step.getFieldName()
                    : "[" + step.getIndex() + "]")
        .collect(Collectors.joining());
  }

  /** Returns the values of an enumeration, otherwise the first line of Jackson's message. */
  private String problem(JsonMappingException e) {
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      Object[] choices = mismatch.getTargetType().getEnumConstants();
      if (choices != null) {
        return "must be one of "
            + Arrays.stream(choices)
                .map(choice -> mapper.convertValue(choice, String.class))
                .collect(Collectors.joining(", "));
      }
    }
    return oneLine(e.getOriginalMessage());
  }

  private static String oneLine(String message) {
    return message
        .lines()
        .findFirst()
        .orElse("")
        .replaceAll("Cannot deserialize value of type `[^`]*` from String \"", "\"");
  }
}
