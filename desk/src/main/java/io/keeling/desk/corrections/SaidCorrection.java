package io.keeling.desk.corrections;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.correction.AppliedCorrection;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.correction.TaggedBy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tag correction as the desk shows it. Its ten components are the fields of its JSON. Immutable;
 * threads may share it.
 *
 * @param id identifies the tag within the article
 * @param by the kind of its author: an editor
 * @param state {@code holds}, {@code pending} while the article does not have it yet, or {@code
 *     undone}
 * @param who the editor; null unless the caller is signed in and the desk knows the editor
 * @param note the reason; null under the same conditions as {@code who}, or if no reason was given
 * @param undoneBy who undid the correction; null under the same conditions as {@code who}, or if
 *     nobody did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SaidCorrection(
    String id,
    CorrectedTag tag,
    @Nullable String subject,
    String says,
    Instant at,
    TaggedBy by,
    String state,
    @Nullable String who,
    @Nullable String note,
    @Nullable String undoneBy) {

  static final String HOLDS = "holds";
  static final String PENDING = "pending";
  static final String UNDONE = "undone";

  /** A correction in the desk's table, with its state in the article. */
  static SaidCorrection of(TagCorrection said, @Nullable AppliedCorrection applied) {
    TagCorrection.Undone undone = said.undone();
    boolean done =
        undone == null
            ? applied != null && !applied.at().isBefore(said.at())
            : applied == null || applied.at().isAfter(undone.at());
    String state = undone == null ? HOLDS : UNDONE;
    return new SaidCorrection(
        said.id(),
        said.tag(),
        said.subject(),
        said.says(),
        said.at(),
        TaggedBy.EDITOR,
        done ? state : PENDING,
        said.who(),
        said.note(),
        undone == null ? null : undone.who());
  }

  /** A correction applied to the article but missing from the desk's table. */
  static SaidCorrection of(AppliedCorrection applied) {
    return new SaidCorrection(
        applied.id(),
        applied.tag(),
        applied.subject(),
        applied.says(),
        applied.at(),
        applied.by(),
        HOLDS,
        null,
        null,
        null);
  }

  /** The correction without names, for callers who are not signed in. */
  SaidCorrection unnamed() {
    return new SaidCorrection(id, tag, subject, says, at, by, state, null, null, null);
  }
}
