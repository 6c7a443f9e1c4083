package io.keeling.desk.articles.export;

import io.keeling.contract.enriched.EnrichedArticle;
import org.jspecify.annotations.Nullable;

/**
 * A column of exports. Immutable; threads may share it.
 *
 * @param name its heading
 * @param meaning its description in the documentation
 * @param value reads the value from an article
 */
public record Column(String name, Type type, String meaning, Value value) {

  /** Types of values. In CSV a list is one cell, joined by "; ". */
  public enum Type {
    TEXT("text"),
    /** A list of {@link String}; empty instead of null. */
    TEXTS("list of text"),
    /** An {@link java.time.Instant}, to the microsecond, in UTC. */
    MOMENT("moment in UTC"),
    NUMBER("number"),
    WHOLE("whole number"),
    FLAG("true or false");

    private final String words;

    Type(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  @FunctionalInterface
  public interface Value {
    /** The value, of the class that belongs to the column's type; null if the article has none. */
    @Nullable Object of(EnrichedArticle article);
  }
}
