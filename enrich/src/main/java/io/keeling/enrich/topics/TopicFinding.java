package io.keeling.enrich.topics;

import io.keeling.contract.enriched.TopicGrade;
import io.keeling.enrich.lexicon.Hit;
import java.util.ArrayList;
import java.util.List;

/**
 * A topic that was considered, whether it was given or not.
 *
 * @param id the topic's id
 * @param grade the grade that it is given, or would be
 * @param score 0 to 1; from {@link #LIMIT} on the topic is given
 * @param withheld the rules that withhold it; none if it is given
 * @param measure the probability or the weight of terms that decided, and this article's limit for
 *     it; neither is scaled like the score
 * @param hits what the lexicon found for it
 * @param passages the passages that the categorizer found for it, surest first
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
   * The score from which a topic is given. By definition, scores are scaled so that the limit of
   * each article, long or short, has this value.
   */
  public static final double LIMIT = 0.5;

  public TopicFinding {
    withheld = List.copyOf(withheld);
    hits = List.copyOf(hits);
    passages = List.copyOf(passages);
  }

  /** This finding, withheld by one more rule. */
  TopicFinding withheld(WithholdingRule rule) {
    List<WithholdingRule> rules = new ArrayList<>(withheld);
    rules.add(rule);
    return new TopicFinding(id, grade, score, rules, measure, hits, passages);
  }

  /** Whether the article is given the topic. */
  public boolean given() {
    return withheld.isEmpty();
  }
}
