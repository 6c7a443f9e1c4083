package io.keeling.desk.articles.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One thing that changed from a wording to another.
 *
 * @param kind what changed
 * @param before what it was; none where that says nothing
 * @param after what it is; the whole of a correction note that is new
 * @param who whose quote it is, or who is an author; none where that is not known
 * @param count how many paragraphs, none for other kinds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Remark(
    Kind kind,
    @Nullable String before,
    @Nullable String after,
    @Nullable String who,
    @Nullable Integer count) {

  /** What can change, what a reader must know first standing first. */
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
