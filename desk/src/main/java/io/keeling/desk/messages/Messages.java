package io.keeling.desk.messages;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The desk's messages in one language, read from a file in ICU's format that translators edit.
 * Immutable; threads may share it.
 */
public final class Messages {

  private final String code;
  private final Locale locale;

  /** Messages without placeholders, by key. */
  private final Map<String, String> texts = new HashMap<>();

  /** Messages with placeholders, by key; cloned for each use, since threads cannot share them. */
  private final Map<String, MessageFormat> patterns = new HashMap<>();

  private Messages(String code, Properties file) {
    this.code = code;
    this.locale = Locale.forLanguageTag(code);
    file.stringPropertyNames().forEach(key -> add(key, file.getProperty(key)));
  }

  /**
   * Reads the file of a language.
   *
   * @throws IllegalArgumentException if a message is invalid
   */
  static Messages load(String code) {
    String file = "/io/keeling/desk/messages/" + code + ".properties";
    Properties properties = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(file)) {
      properties.load(
          new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Messages(code, properties);
  }

  private void add(String key, String pattern) {
    MessageFormat format;
    try {
      format = new MessageFormat(pattern, locale);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "message %s of %s cannot be read: %s".formatted(key, code, e.getMessage()), e);
    }
    if (format.getArgumentNames().isEmpty()) {
      texts.put(key, format.format(Map.of()));
    } else {
      patterns.put(key, format);
    }
  }

  public String code() {
    return code;
  }

  /** The locale for dates, numbers and country names. */
  public Locale locale() {
    return locale;
  }

  public Set<String> keys() {
    Set<String> keys = new java.util.TreeSet<>(texts.keySet());
    keys.addAll(patterns.keySet());
    return keys;
  }

  /** The names of a message's placeholders. */
  public Set<String> values(String key) {
    MessageFormat pattern = patterns.get(key);
    return pattern == null ? Set.of() : pattern.getArgumentNames();
  }

  /** A message without placeholders; empty if the file does not have it. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  /**
   * Formats a message.
   *
   * @param values names of placeholders, each followed by its value
   * @throws IllegalArgumentException if there is no such message
   */
  public String of(String key, Object... values) {
    Map<String, Object> named = new HashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      named.put((String) values[i], values[i + 1]);
    }
    return of(key, named);
  }

  /**
   * Formats a message.
   *
   * @param values values by the name of their placeholder
   * @throws IllegalArgumentException if there is no such message
   */
  public String of(String key, Map<String, Object> values) {
    String text = texts.get(key);
    if (text != null) {
      return text;
    }
    MessageFormat pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("there is no message " + key + " in " + code);
    }
    return ((MessageFormat) pattern.clone()).format(values);
  }
}
