package io.keeling.enrich.topics;

import java.util.List;

/**
 * Why an article has its grade.
 *
 * @param measures what decided, in the order it was asked; empty where no one could ask
 * @param climate the passages that rather than others speak of climate change, surest first,
 *     whether they do or not
 * @param related where climate change is not spoken of, the passages that are closest to our field
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
