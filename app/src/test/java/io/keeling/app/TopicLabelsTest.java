package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.enrich.taxonomy.TaxonomyTopic;
import io.keeling.feeds.label.TopicLabels;
import io.keeling.feeds.label.TopicLabels.TopicLabel;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicLabelsTest {

  @Test
  void theDeskCallsEveryTopicAsTheTaxonomyDoes() {
    Map<String, String> tagged =
        TaxonomyReader.builtIn().topics().stream()
            .collect(Collectors.toMap(TaxonomyTopic::id, TaxonomyTopic::label));

    Map<String, String> shown =
        TopicLabels.load().topics().values().stream()
            .collect(Collectors.toMap(TopicLabel::id, TopicLabel::label));

    assertThat(shown).isEqualTo(tagged);
  }
}
