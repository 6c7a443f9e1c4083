package io.keeling.app.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AbbreviationsTest {

  private static final Map<String, List<String>> NAMES =
      Abbreviations.of(ConfiguredTaxonomy.read(null)).stream()
          .collect(
              Collectors.toMap(names -> names.get(0), names -> names.subList(1, names.size())));

  @Test
  void lettersThatStandForWordsOfTheSameTopicAreShortForThem() {
    assertThat(NAMES.get("IPCC")).contains("intergovernmental panel on climate change");
    assertThat(NAMES.get("CCS")).contains("carbon capture and storage");
    assertThat(NAMES.get("AOSIS")).containsExactly("alliance of small island states");
    assertThat(NAMES.get("GES")).contains("gaz à effet de serre");
  }

  @Test
  void wordsThatOnlyHappenToBeginSoAreNot() {
    // In the Spanish lexicon "NDC" stands beside "negacionistas del clima".
    assertThat(NAMES.get("NDC"))
        .contains("nationally determined contribution")
        .noneMatch(term -> term.startsWith("nega") || term.startsWith("neutral"));
    assertThat(NAMES.keySet()).allMatch(letters -> letters.length() > 2);
  }
}
