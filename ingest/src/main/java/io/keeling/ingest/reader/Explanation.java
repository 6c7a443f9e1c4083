package io.keeling.ingest.reader;

import io.keeling.ingest.reader.body.Body;
import io.keeling.ingest.reader.metadata.Candidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reading with the reasons for it.
 *
 * @param reading what became of the page
 * @param candidates what was considered for each field of the metadata, with its score
 * @param body the text and the decision about each block, or null if the page was not parsed
 */
public record Explanation(Reading reading, List<Candidate> candidates, @Nullable Body body) {

  static Explanation without(UnreadableReason reason, String message) {
    return new Explanation(new Reading.Unreadable(reason, message), List.of(), null);
  }
}
