package io.keeling.desk.articles.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph in a comparison. Immutable; threads may share it.
 *
 * @param before its number in the earlier version, from 1; null if it is new
 * @param after its number in the later version, null if it was removed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Row(
    Kind kind, @Nullable Integer before, @Nullable Integer after, List<Piece> pieces) {

  public Row {
    pieces = List.copyOf(pieces);
  }

  public enum Kind {
    @JsonProperty("same")
    SAME,
    @JsonProperty("changed")
    CHANGED,
    @JsonProperty("removed")
    REMOVED,
    @JsonProperty("added")
    ADDED,
    /** A moved paragraph at its new place; it may have been reworded. */
    @JsonProperty("moved")
    MOVED,
    /** The old place of a moved paragraph; without words. */
    @JsonProperty("moved-away")
    MOVED_AWAY
  }

  /** The words of the earlier version. */
  public List<Piece> earlier() {
    return pieces.stream().filter(piece -> piece.kind() != Piece.Kind.ADDED).toList();
  }

  /** The words of the later version. */
  public List<Piece> later() {
    return pieces.stream().filter(piece -> piece.kind() != Piece.Kind.REMOVED).toList();
  }

  /** Whether any word differs. */
  public boolean reworded() {
    return pieces.stream().anyMatch(piece -> !piece.same());
  }
}
