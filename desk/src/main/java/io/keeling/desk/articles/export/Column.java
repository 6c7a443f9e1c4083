package io.keeling.desk.articles.export;

import io.keeling.contract.enriched.EnrichedArticle;
import org.jspecify.annotations.Nullable;

/**
 * One column of exported articles.
 *
 * @param name its heading
 * @param type what its values are
 * @param meaning what they mean, for the documentation
 * @param value takes it out of an article; null where the article has none
 */
public record Column(String name, Type type, String meaning, Value value) {

  /** What values are. In a table of text a list is one cell, its values joined by "; ". */
  public enum Type {
    /** A {@link String}. */
    TEXT("text"),
    /** A list of {@link String}, perhaps empty, never null. */
    TEXTS("list of text"),
    /** An {@link java.time.Instant}, to the microsecond, in UTC. */
    MOMENT("moment in UTC"),
    /** A {@link Double}. */
    NUMBER("number"),
    /** An {@link Integer}. */
    WHOLE("whole number"),
    /** A {@link Boolean}. */
    FLAG("true or false");

    private final String words;

    Type(String words) {
      this.words = words;
    }

    /** What it is called in the documentation. */
    public String words() {
      return words;
    }
  }

  /** Takes a value out of an article. */
  @FunctionalInterface
  public interface Value {
    /** The value, of the class that the column's type says. */
    @Nullable Object of(EnrichedArticle article);
  }
}
