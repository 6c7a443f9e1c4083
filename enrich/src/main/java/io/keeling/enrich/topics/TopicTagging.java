package io.keeling.enrich.topics;

import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.Evidence;
import io.keeling.contract.enriched.Topic;
import io.keeling.enrich.lexicon.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an article is about. Immutable and safe to share between threads.
 *
 * @param climate what it has to do with climate change
 * @param climateHits what the lexicon says of that
 * @param findings every topic for which something spoke, those that are given first, then best
 *     first
 */
public record TopicTagging(Climate climate, List<Hit> climateHits, List<TopicFinding> findings) {

  /** For a language without a lexicon: nothing can be said. */
  public static final TopicTagging UNKNOWN =
      new TopicTagging(new Climate(ClimateGrade.NONE, 0), List.of(), List.of());

  public TopicTagging {
    climateHits = List.copyOf(climateHits);
    findings =
        findings.stream()
            .sorted(
                Comparator.comparing(TopicFinding::given)
                    .thenComparing(TopicFinding::score)
                    .reversed()
                    .thenComparing(TopicFinding::id))
            .toList();
  }

  /** The topics the article gets, surest first, each with its evidence in the text. */
  public List<Topic> topics() {
    return findings.stream()
        .filter(TopicFinding::given)
        .map(f -> new Topic(f.id(), f.score(), evidence(f)))
        .toList();
  }

  private static List<Evidence> evidence(TopicFinding finding) {
    List<Evidence> evidence = new ArrayList<>();
    for (Hit hit : finding.hits()) {
      if (!hit.inTitle()) {
        evidence.add(new Evidence(hit.start(), hit.end(), "lexicon:" + hit.term()));
      }
    }
    for (PassageEvidence passage : finding.passages()) {
      if (evidence.stream().anyMatch(e -> passage.holds(e.start()))) {
        // The terms of the lexicon say it better.
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
