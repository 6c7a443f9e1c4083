package io.keeling.desk.corrections;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.correction.AppliedCorrection;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.correction.TaggedBy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tag correction as the desk shows it. Of ten parts, since in JSON they stand side by side.
 *
 * @param id names the tag within the article
 * @param by an editor
 * @param state {@code holds}, {@code pending} where the article is not tagged with it yet, or
 *     {@code undone}
 * @param who said so, for who has signed in, where the desk knows it
 * @param note why, likewise
 * @param undoneBy who took it back, likewise
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

  /** What the desk has written down, beside what the article is tagged with. */
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

  /** What the article is tagged with; that the desk did not write it down says nothing. */
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

  /** The same for who has not signed in: an editor said so. */
  SaidCorrection unnamed() {
    return new SaidCorrection(id, tag, subject, says, at, by, state, null, null, null);
  }
}
