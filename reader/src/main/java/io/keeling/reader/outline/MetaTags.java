package io.keeling.reader.outline;

import io.keeling.reader.wording.CleanText;
import io.keeling.reader.wording.Placeholders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The {@code meta} elements of a page by name, property, itemprop or http-equiv, in lower case,
 * without those that a template left unfilled. Immutable once built.
 */
public final class MetaTags {

  private static final String[] KEYS = {"property", "name", "itemprop", "http-equiv"};

  /** Characters read of an element's content; longer contents are data, not words. */
  private static final int LONGEST = 20_000;

  private final Map<String, List<String>> values = new HashMap<>();

  public MetaTags(List<Element> elements) {
    for (Element element : elements) {
      String content = element.hasAttr("content") ? element.attr("content") : element.attr("value");
      content =
          CleanText.line(content.length() > LONGEST ? content.substring(0, LONGEST) : content);
      if (content.isEmpty() || Placeholders.isUnfilled(content)) {
        continue;
      }
      for (String key : KEYS) {
        String name = element.attr(key);
        if (!name.isEmpty()) {
          values
              .computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), n -> new ArrayList<>(1))
              .add(content);
        }
      }
    }
  }

  /** Returns the first content of a name, or null. */
  public @Nullable String first(String name) {
    List<String> all = values.get(name);
    return all == null ? null : all.get(0);
  }

  /** Returns the first content of the first name that has one, or null. */
  public @Nullable String firstOf(String... names) {
    for (String name : names) {
      String content = first(name);
      if (content != null) {
        return content;
      }
    }
    return null;
  }

  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}
