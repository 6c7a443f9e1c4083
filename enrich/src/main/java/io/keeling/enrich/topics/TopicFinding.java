package io.keeling.enrich.topics;

import io.keeling.enrich.lexicon.Hit;
import java.util.List;

/**
 * A topic that was weighed, whether it was given or not. Immutable and safe to share between
 * threads.
 *
 * @param id the topic's id
 * @param score 0 to 1
 * @param given whether the article gets it
 * @param hits what the lexicon found for it
 * @param passages what the categorizer took for it, surest first
 */
public record TopicFinding(
    String id, double score, boolean given, List<Hit> hits, List<PassageEvidence> passages) {

  public TopicFinding {
    hits = List.copyOf(hits);
    passages = List.copyOf(passages);
  }

  /** A topic that the lexicon alone found. */
  TopicFinding(String id, double score, boolean given, List<Hit> hits) {
    this(id, score, given, hits, List.of());
  }
}
