package io.keeling.enrich.topics;

import java.util.List;

/**
 * Why an article has its grade.
 *
 * @param measures the decisive figures, in order; empty for a language without a lexicon
 * @param climate the passages that most likely mention climate change, surest first, even if they
 *     probably do not mention it
 * @param related if climate change is not mentioned, the passages that are closest to it
 */
public record ClimateReasons(
    List<Measure> measures, List<PassageEvidence> climate, List<PassageEvidence> related) {

  /** The reasons for a language without a lexicon: none. */
  static final ClimateReasons UNKNOWN = new ClimateReasons(List.of(), List.of(), List.of());

  public ClimateReasons {
    measures = List.copyOf(measures);
    climate = List.copyOf(climate);
    related = List.copyOf(related);
  }
}
