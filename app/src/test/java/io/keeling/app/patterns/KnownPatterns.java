package io.keeling.app.patterns;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every regular expression of the modules that see text of the web: those in static fields, in
 * whatever holds them, and those written out in calls of methods of {@link String}.
 */
final class KnownPatterns {

  static final List<String> MODULES =
      List.of("contract", "reader", "ingest", "enrich", "models", "desk", "sink", "app");

  private static final Pattern LITERAL =
      Pattern.compile(
          "\\.(?:split|matches|replaceAll|replaceFirst)\\(\\s*\"((?:[^\"\\\\\n]|\\\\.)*+)\"");
  private static final Pattern UNICODE = Pattern.compile("(?<!\\\\)\\\\u([0-9a-fA-F]{4})");

  private final Map<String, Pattern> patterns = new TreeMap<>();

  private KnownPatterns() {}

  /** By where they are. */
  static Map<String, Pattern> in(JavaClasses classes) {
    KnownPatterns known = new KnownPatterns();
    try {
      for (JavaClass type : classes) {
        boolean uses =
            type.getDirectDependenciesFromSelf().stream()
                .anyMatch(d -> d.getTargetClass().isEquivalentTo(Pattern.class));
        if (uses && seesTheWeb(type)) {
          known.addFields(Class.forName(type.getName()));
        }
      }
      for (String module : MODULES) {
        known.addLiterals(Path.of("..", module, "src", "main", "java"));
      }
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException(e);
    }
    return known.patterns;
  }

  /** Whether a class belongs to a module that sees text of the web; training sees our own. */
  static boolean seesTheWeb(JavaClass type) {
    return MODULES.contains(type.getPackageName().split("\\.")[2]);
  }

  private void addFields(Class<?> type) throws ReflectiveOperationException {
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
        field.setAccessible(true);
        add(type.getSimpleName() + "." + field.getName(), field.get(null));
      }
    }
  }

  private void add(String name, Object value) throws ReflectiveOperationException {
    if (value instanceof Pattern pattern) {
      patterns.put(name, pattern);
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        add(name + " " + entry.getKey(), entry.getValue());
      }
    } else if (value instanceof Collection<?> collection) {
      int i = 0;
      for (Object element : collection) {
        add(name + " " + i++, element);
      }
    } else if (value != null && value.getClass().getName().startsWith("io.keeling.")) {
      for (Field field : value.getClass().getDeclaredFields()) {
        if (field.getType() == Pattern.class && !Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          patterns.put(name + "." + field.getName(), (Pattern) field.get(value));
        }
      }
    }
  }

  private void addLiterals(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher literal = LITERAL.matcher(Files.readString(file));
        while (literal.find()) {
          String regex = value(literal.group(1));
          patterns.put(file.getFileName() + " \"" + regex + '"', Pattern.compile(regex));
        }
      }
    }
  }

  /** What a literal of Java's source stands for. */
  private static String value(String literal) {
    return UNICODE
        .matcher(literal)
        .replaceAll(
            code ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))))
        .translateEscapes();
  }
}
