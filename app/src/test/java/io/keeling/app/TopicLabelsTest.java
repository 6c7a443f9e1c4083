package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.app.taxonomy.ConfiguredTaxonomy;
import io.keeling.desk.label.TopicLabels;
import io.keeling.desk.label.TopicLabels.TopicLabel;
import io.keeling.desk.messages.Languages;
import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.enrich.taxonomy.TaxonomyTopic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicLabelsTest {

  @Test
  void theDeskCallsEveryTopicAsTheTaxonomyDoes() {
    Map<String, String> tagged =
        TaxonomyReader.builtIn().topics().stream()
            .collect(Collectors.toMap(TaxonomyTopic::id, TaxonomyTopic::label));

    Map<String, String> shown =
        ConfiguredTaxonomy.labels(null).topics().values().stream()
            .collect(Collectors.toMap(TopicLabel::id, TopicLabel::label));

    assertThat(shown).isEqualTo(tagged);
  }

  @ParameterizedTest
  @ValueSource(strings = "de")
  void everyLanguageOfTheDeskHasWordsForEveryTopic(String code) {
    Set<String> ids =
        TaxonomyReader.builtIn().topics().stream()
            .map(TaxonomyTopic::id)
            .collect(Collectors.toSet());

    Set<String> named =
        Languages.of(code).orElseThrow().keys().stream()
            .filter(key -> key.startsWith("topic."))
            .map(key -> key.substring("topic.".length()))
            .collect(Collectors.toSet());

    assertThat(named).isEqualTo(ids);
  }

  @Test
  void theDeskCallsTopicsOfAnotherTaxonomyAsThatDoes(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("mine.yaml"),
            """
            version: 1
            groups:
              - {id: land, label: "Land & wine"}
            climate:
              lexicon:
                - {weight: 3, terms: [climate change]}
            topics:
              - id: wine-vines
                group: land
                label: "Wine & vines"
                note: Vineyards.
                lexicon:
                  - {weight: 3, terms: [vineyard]}
            """);

    TopicLabels labels = ConfiguredTaxonomy.labels(file);

    assertThat(labels.of("wine-vines")).isEqualTo("Wine & vines");
    assertThat(labels.group("wine-vines")).isEqualTo("Land & wine");
    assertThat(labels.topics()).containsOnlyKeys("wine-vines");
  }
}
