package io.keeling.contract.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tag correction in force on an enriched article. It is kept even if it changes nothing at the
 * moment, because the name is no longer in the text or a newer model gives the same tag.
 *
 * @param id identifies the tag: see {@link TagCorrection#id()}
 * @param subject which tag of its kind it corrects; null if an article has only one tag of that
 *     kind
 * @param says the correct value
 * @param at when the correction was made
 * @param by who made it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppliedCorrection(
    String id, CorrectedTag tag, @Nullable String subject, String says, Instant at, TaggedBy by) {

  public AppliedCorrection {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(tag, "tag");
    Objects.requireNonNull(says, "says");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(by, "by");
  }
}
