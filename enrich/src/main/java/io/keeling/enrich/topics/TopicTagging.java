package io.keeling.enrich.topics;

import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.Evidence;
import io.keeling.contract.enriched.Topic;
import io.keeling.contract.enriched.TopicGrade;
import io.keeling.enrich.lexicon.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An article's link to climate change and its topics.
 *
 * @param climate its grade
 * @param climateHits what the lexicon found of climate change
 * @param findings every topic with evidence: those that it is about, those that it mentions, then
 *     those that are not given, each best first
 */
public record TopicTagging(Climate climate, List<Hit> climateHits, List<TopicFinding> findings) {

  /** The tagging of a text in a language without a lexicon: without a grade and without topics. */
  public static final TopicTagging UNKNOWN =
      new TopicTagging(new Climate(ClimateGrade.UNGRADED, 0, List.of()), List.of(), List.of());

  public TopicTagging {
    climateHits = List.copyOf(climateHits);
    findings =
        findings.stream()
            .sorted(
                Comparator.comparing(TopicFinding::given)
                    .thenComparing(finding -> finding.grade() == TopicGrade.MAIN)
                    .thenComparing(TopicFinding::score)
                    .reversed()
                    .thenComparing(TopicFinding::id))
            .toList();
  }

  /** The topics that the article is given, main ones first, with their evidence in the text. */
  public List<Topic> topics() {
    return findings.stream()
        .filter(TopicFinding::given)
        .map(f -> new Topic(f.id(), f.grade(), f.score(), evidence(f.hits(), f.passages())))
        .toList();
  }

  /** Spans of the text: the terms found, and the strongest words of passages without one. */
  static List<Evidence> evidence(List<Hit> hits, List<PassageEvidence> passages) {
    List<Evidence> evidence = new ArrayList<>();
    for (Hit hit : hits) {
      if (!hit.inTitle()) {
        evidence.add(new Evidence(hit.start(), hit.end(), "lexicon:" + hit.term()));
      }
    }
    for (PassageEvidence passage : passages) {
      if (evidence.stream().anyMatch(e -> passage.holds(e.start()))) {
        // The terms that the lexicon found in this passage are better evidence.
        continue;
      }
      String words =
          passage.terms().stream()
              .map(PassageEvidence.Term::word)
              .distinct()
              .collect(Collectors.joining(", "));
      String rule = "categorizer:paragraph " + passage.paragraph() + ": " + words;
      for (PassageEvidence.Term term : passage.terms()) {
        evidence.add(new Evidence(term.start(), term.end(), rule));
      }
    }
    return evidence;
  }
}
