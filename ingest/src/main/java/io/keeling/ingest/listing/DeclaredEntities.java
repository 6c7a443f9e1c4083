package io.keeling.ingest.listing;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The entities that a document type declares as plain text, such as {@code <!ENTITY company "A
 * Ltd">}. Entities that name files or other entities are ignored, and the total text inserted is
 * limited, so that entities cannot be used for an attack. Not thread-safe.
 */
final class DeclaredEntities {

  static final DeclaredEntities NONE = new DeclaredEntities(Map.of());

  /** Maximum number of entities read. HTML defines 253, which some feeds declare. */
  private static final int MOST = 300;

  /** Maximum number of characters inserted into one document; names and titles need hundreds. */
  private static final int LONGEST_TOGETHER = 100_000;

  private static final Pattern DECLARATION =
      Pattern.compile(
          "<!ENTITY\\s{1,8}([A-Za-z][\\w.-]{0,31})\\s{1,8}"
              + "(?:\"((?:[^\"&%<]|&#\\d{1,7};){0,200})\"|'((?:[^'&%<]|&#\\d{1,7};){0,200})')\\s{0,8}>");

  private final Map<String, String> values;
  private int given;

  private DeclaredEntities(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @param prolog everything before the root element
   */
  static DeclaredEntities in(String prolog) {
    if (!prolog.contains("<!ENTITY")) {
      return NONE;
    }
    Map<String, String> values = new HashMap<>();
    Matcher declaration = DECLARATION.matcher(prolog);
    while (values.size() < MOST && declaration.find()) {
      String quoted = declaration.group(2);
      // The first declaration binds (XML 1.0, section 4.2).
      values.putIfAbsent(declaration.group(1), quoted == null ? declaration.group(3) : quoted);
    }
    return new DeclaredEntities(values);
  }

  /**
   * Returns an entity's text as markup; null if that entity was not declared or the limit is
   * reached.
   */
  @Nullable String value(String name) {
    String value = values.get(name);
    if (value == null || given + value.length() > LONGEST_TOGETHER) {
      return null;
    }
    given += value.length();
    return value;
  }
}
