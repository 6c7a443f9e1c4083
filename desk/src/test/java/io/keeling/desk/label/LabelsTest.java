package io.keeling.desk.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.running.SampleTopics;
import io.keeling.search.query.Facet;
import org.junit.jupiter.api.Test;

class LabelsTest {

  private final Labels labels = new Labels(SampleTopics.labels());

  @Test
  void namesTopicsAndTheirGroupsAsTheTaxonomyDoes() {
    assertThat(labels.topics().topics()).hasSize(5);
    assertThat(labels.of(Facet.TOPIC, "oil-gas")).isEqualTo("Oil & gas");
    assertThat(labels.topics().group("activism-protest")).isEqualTo("Money & society");
  }

  @Test
  void namesATopicOfALaterReleaseByItsId() {
    assertThat(labels.of(Facet.TOPIC, "space-mirrors")).isEqualTo("Space mirrors");
    assertThat(labels.topics().group("space-mirrors")).isEmpty();
  }

  @Test
  void namesCountriesAndLanguages() {
    assertThat(labels.country("PT")).isEqualTo("Portugal");
    assertThat(labels.country("ZZ")).isNotEmpty();
    assertThat(labels.language("de")).isEqualTo("German");
    assertThat(labels.language("und")).isEqualTo("Language unknown");
  }
}
