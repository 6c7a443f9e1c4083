package io.keeling.enrich.stories;

import io.keeling.contract.enriched.Story;
import java.util.Objects;

/**
 * What is remembered of an article that has a story. Nobody writes to the array, so threads may
 * share it.
 *
 * @param story the story as it was when the article arrived
 * @param signature bytes of its {@link TextSignature}
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record StoryMember(Story story, byte[] signature) {

  public StoryMember {
    Objects.requireNonNull(story, "story");
    Objects.requireNonNull(signature, "signature");
  }
}
