package io.keeling.models.lexical;

import io.keeling.models.names.EntityType;
import io.keeling.models.names.NameSpan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names that the English name model finds in the text. They are correct often enough to count
 * as evidence, but too rarely to be used unchecked. For one document and one thread.
 */
final class EnglishModelNames {

  private final TreeMap<Integer, NameSpan> byStart = new TreeMap<>();

  EnglishModelNames(List<NameSpan> spans) {
    spans.forEach(span -> byStart.put(span.start(), span));
  }

  /**
   * Returns the model's probability of exactly this name; 0 if the model found no name or another
   * name here.
   */
  double of(int start, int end, EntityType type) {
    NameSpan span = byStart.get(start);
    return span != null && span.end() == end && span.type() == type ? span.probability() : 0;
  }

  /** Whether the model found a name of this type that overlaps the stretch. */
  boolean overlaps(int start, int end, EntityType type) {
    Map.Entry<Integer, NameSpan> before = byStart.lowerEntry(end);
    return before != null && before.getValue().end() > start && before.getValue().type() == type;
  }
}
