package io.keeling.enrich.topology;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks the story registry which story a text belongs to. Nobody writes to the array, so threads may
 * share it.
 *
 * @param article the article's id
 * @param revision the revision that waits for the answer
 * @param outlet the outlet's domain
 * @param signature bytes of the text's signature; absent where the text is too short for one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record StoryQuestion(String article, int revision, String outlet, byte @Nullable [] signature) {

  StoryQuestion {
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(outlet, "outlet");
  }
}
