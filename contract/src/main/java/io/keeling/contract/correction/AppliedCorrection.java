package io.keeling.contract.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tag correction that holds of an enriched article. What it says is kept even where it changes
 * nothing at the moment: the words may be gone, or a newer model right by itself.
 *
 * @param id which tag it is said of, as a name: see {@link TagCorrection#id()}
 * @param tag the kind of tag
 * @param subject which of that kind; absent where an article has one alone
 * @param says what is right
 * @param at when it was said
 * @param by who says so
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
