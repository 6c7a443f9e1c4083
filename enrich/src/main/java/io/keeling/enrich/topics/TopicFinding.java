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
 * @param hits what spoke for it
 */
public record TopicFinding(String id, double score, boolean given, List<Hit> hits) {}
