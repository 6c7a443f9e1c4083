package io.keeling.enrich.topics;

import io.keeling.contract.enriched.TopicGrade;
import io.keeling.enrich.lexicon.Hit;
import java.util.ArrayList;
import java.util.List;

/**
 * A topic that was weighed, whether it was given or not.
 *
 * @param id the topic's id
 * @param grade what it is given as, or would be
 * @param score 0 to 1, where {@link #LIMIT} is what the article has to reach
 * @param withheld the rules that keep it back from the article; none where it is given
 * @param measure what the score was made of, before the limit of this article was put at {@link
 *     #LIMIT}
 * @param hits what the lexicon found for it
 * @param passages what the categorizer took for it, surest first
 */
public record TopicFinding(
    String id,
    TopicGrade grade,
    double score,
    List<WithholdingRule> withheld,
    Measure measure,
    List<Hit> hits,
    List<PassageEvidence> passages) {

  /**
   * The score from which on a topic is given, by definition: scores are scaled so that the limit of
   * each article, long or short, lies here.
   */
  public static final double LIMIT = 0.5;

  public TopicFinding {
    withheld = List.copyOf(withheld);
    hits = List.copyOf(hits);
    passages = List.copyOf(passages);
  }

  /** This finding, kept back by one rule more. */
  TopicFinding withheld(WithholdingRule rule) {
    List<WithholdingRule> rules = new ArrayList<>(withheld);
    rules.add(rule);
    return new TopicFinding(id, grade, score, rules, measure, hits, passages);
  }

  /** Whether the article gets it. */
  public boolean given() {
    return withheld.isEmpty();
  }
}
