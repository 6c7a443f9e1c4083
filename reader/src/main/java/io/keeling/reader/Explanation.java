package io.keeling.reader;

import io.keeling.reader.body.Body;
import io.keeling.reader.body.RootCandidates;
import io.keeling.reader.metadata.Candidate;
import io.keeling.reader.outline.Outline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reading with the reasons for it.
 *
 * @param reading the result for the page
 * @param candidates the values considered for each field of the metadata, with their scores
 * @param body the text and the decision about each block, or null if the page was not parsed
 * @param outline the page's boxes and blocks, or null if it was not parsed
 */
public record Explanation(
    Reading reading, List<Candidate> candidates, @Nullable Body body, @Nullable Outline outline) {

  static Explanation without(UnreadableReason reason, String message) {
    return new Explanation(new Reading.Unreadable(reason, message), List.of(), null, null);
  }

  /** Returns the boxes that could hold the article, with their scores; computed at each call. */
  public List<Candidate> roots() {
    return body == null || outline == null ? List.of() : RootCandidates.of(outline, body.root());
  }
}
