package io.keeling.enrich.topics;

import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.Evidence;
import io.keeling.contract.enriched.Topic;
import io.keeling.enrich.lexicon.Hit;
import java.util.List;

/**
 * What an article is about. Immutable and safe to share between threads.
 *
 * @param climate what it has to do with climate change
 * @param climateHits what says so
 * @param findings every topic for which something spoke, best first
 */
public record TopicTagging(Climate climate, List<Hit> climateHits, List<TopicFinding> findings) {

  /** For a language without a lexicon: nothing can be said. */
  public static final TopicTagging UNKNOWN =
      new TopicTagging(new Climate(ClimateGrade.NONE, 0), List.of(), List.of());

  /** The topics the article gets, surest first, each with its evidence in the text. */
  public List<Topic> topics() {
    return findings.stream()
        .filter(TopicFinding::given)
        .map(f -> new Topic(f.id(), f.score(), evidence(f.hits())))
        .toList();
  }

  private static List<Evidence> evidence(List<Hit> hits) {
    return hits.stream()
        .filter(hit -> !hit.inTitle())
        .map(hit -> new Evidence(hit.start(), hit.end(), "lexicon:" + hit.term()))
        .toList();
  }
}
