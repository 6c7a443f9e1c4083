package io.keeling.desk.running;

import io.keeling.desk.label.TopicLabels;
import io.keeling.desk.label.TopicLabels.TopicLabel;
import java.util.List;

/** Topics as a taxonomy gives them to the desk, some of those that {@link SampleArticles} have. */
public final class SampleTopics {

  private SampleTopics() {}

  /** What they are called. */
  public static TopicLabels labels() {
    return TopicLabels.of(
        List.of(
            new TopicLabel("un-climate-talks", "Policy", "UN climate talks & diplomacy"),
            new TopicLabel("carbon-pricing", "Policy", "Carbon pricing, markets & offsets"),
            new TopicLabel("coal", "Energy", "Coal"),
            new TopicLabel("oil-gas", "Energy", "Oil & gas"),
            new TopicLabel("activism-protest", "Money & society", "Activism & protest")));
  }
}
