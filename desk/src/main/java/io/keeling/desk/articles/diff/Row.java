package io.keeling.desk.articles.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph of two wordings.
 *
 * @param kind what became of it
 * @param before its number in the earlier wording, from 1; none where it is new
 * @param after its number in the later wording, none where it is gone
 * @param pieces its words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Row(
    Kind kind, @Nullable Integer before, @Nullable Integer after, List<Piece> pieces) {

  public Row {
    pieces = List.copyOf(pieces);
  }

  /** What became of a paragraph. */
  public enum Kind {
    @JsonProperty("same")
    SAME,
    @JsonProperty("changed")
    CHANGED,
    @JsonProperty("removed")
    REMOVED,
    @JsonProperty("added")
    ADDED,
    /** It stands elsewhere now, perhaps with other words; told where it stands now. */
    @JsonProperty("moved")
    MOVED,
    /** The same move, told where it stood; without words. */
    @JsonProperty("moved-away")
    MOVED_AWAY
  }

  /** What the earlier wording has of it. */
  public List<Piece> earlier() {
    return pieces.stream().filter(piece -> piece.kind() != Piece.Kind.ADDED).toList();
  }

  /** What the later wording has of it. */
  public List<Piece> later() {
    return pieces.stream().filter(piece -> piece.kind() != Piece.Kind.REMOVED).toList();
  }

  /** Whether a word of it differs. */
  public boolean reworded() {
    return pieces.stream().anyMatch(piece -> !piece.same());
  }
}
