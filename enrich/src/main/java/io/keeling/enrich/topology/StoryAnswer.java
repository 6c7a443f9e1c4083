package io.keeling.enrich.topology;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.enriched.Story;
import org.jspecify.annotations.Nullable;

/**
 * The registry's answer to a {@link StoryQuestion}.
 *
 * @param revision the revision that waits for the answer
 * @param story the story; absent where the text was too short to tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoryAnswer(int revision, @Nullable Story story) {}
