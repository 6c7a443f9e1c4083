package io.keeling.desk.articles.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One change between two versions. Immutable; threads may share it.
 *
 * @param before the old value; null if it does not matter
 * @param after the new value; for a correction note, the whole new note
 * @param who the speaker of a quote, or the author; null if unknown
 * @param count the number of paragraphs, null for kinds of change that do not count any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Remark(
    Kind kind,
    @Nullable String before,
    @Nullable String after,
    @Nullable String who,
    @Nullable Integer count) {

  /** Kinds of change, the most important first. */
  public enum Kind {
    @JsonProperty("correction-note")
    CORRECTION_NOTE,
    @JsonProperty("correction-note-removed")
    CORRECTION_NOTE_REMOVED,
    @JsonProperty("figure")
    FIGURE,
    @JsonProperty("quote-removed")
    QUOTE_REMOVED,
    @JsonProperty("quote-changed")
    QUOTE_CHANGED,
    @JsonProperty("quote-added")
    QUOTE_ADDED,
    @JsonProperty("title")
    TITLE,
    @JsonProperty("subtitle")
    SUBTITLE,
    @JsonProperty("author-removed")
    AUTHOR_REMOVED,
    @JsonProperty("author-added")
    AUTHOR_ADDED,
    @JsonProperty("published")
    PUBLISHED,
    @JsonProperty("paragraphs-removed")
    PARAGRAPHS_REMOVED,
    @JsonProperty("paragraphs-added")
    PARAGRAPHS_ADDED,
    @JsonProperty("paragraphs-moved")
    PARAGRAPHS_MOVED,
    @JsonProperty("paragraphs-changed")
    PARAGRAPHS_CHANGED
  }

  static Remark of(Kind kind) {
    return new Remark(kind, null, null, null, null);
  }

  static Remark changed(Kind kind, String before, String after) {
    return new Remark(kind, before, after, null, null);
  }

  static Remark noted(String note) {
    return new Remark(Kind.CORRECTION_NOTE, null, note, null, null);
  }

  static Remark by(Kind kind, @Nullable String who) {
    return new Remark(kind, null, null, who, null);
  }

  static Remark counted(Kind kind, int count) {
    return new Remark(kind, null, null, null, count);
  }
}
