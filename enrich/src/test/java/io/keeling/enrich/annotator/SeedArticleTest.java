package io.keeling.enrich.annotator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.CountryWeight;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.Topic;
import io.keeling.contract.enriched.TopicGrade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What must come of the article from which Keeling grew, and of one of its kind. */
class SeedArticleTest {

  /** The words of the seed article, which belong to their publisher and are not committed. */
  private static final Path SEED = Path.of("../../shared/corpora/seed/seed-article.txt");

  private static final Annotator ANNOTATOR = new Annotator(AnnotatorResources.load());

  private static final String[] MENTIONED = {
    "targets-net-zero", "climate-finance-loss-damage", "coal", "oil-gas", "solar-power", "heat"
  };

  @Test
  void seedArticleHasAllItsTags() throws IOException {
    assumeTrue(Files.exists(SEED), "the seed's words are not beside the project");
    String whole = Files.readString(SEED);
    String title = whole.substring(0, whole.indexOf('\n'));
    String text = whole.substring(whole.indexOf("US-China ties"), whole.indexOf("More from"));

    Annotation annotation = ANNOTATOR.annotate(title, text.strip(), "en");

    assertThat(annotation.climate().grade()).isEqualTo(ClimateGrade.MAIN);
    assertThat(annotation.climate().evidence()).isNotEmpty();
    assertThat(of(annotation, TopicGrade.MAIN))
        .containsExactlyInAnyOrder("un-climate-talks", "national-climate-policy");
    assertThat(of(annotation, TopicGrade.MENTION)).contains(MENTIONED);
    assertThat(annotation.topics()).allSatisfy(topic -> assertThat(topic.evidence()).isNotEmpty());
    assertThat(annotation.countries())
        .extracting(CountryWeight::code)
        .containsExactly("CN", "US", "AE");
    assertThat(annotation.names())
        .extracting(Name::text)
        .contains("John Kerry", "Biden", "UN", "US", "China", "Beijing", "Dubai", "Alaska")
        .contains("Gulf of Mexico");
  }

  @Test
  void analysisOfItsKindHasAllItsTags() {
    String text =
        "Brazil and India have quarrelled for a year, but both want to be seen to save the climate,"
            + " and a summer of record heat has made that urgent.\n\n"
            + "Brazil's climate envoy flew to New Delhi on Monday for talks ahead of the COP30"
            + " climate summit in Belém. She wants India to bring its net zero target forward and"
            + " to pay into a fund that compensates poor countries for the damage of climate"
            + " change.\n\n"
            + "India resents the tariffs on its solar panels. While the government in Brasília has"
            + " passed legislation for clean energy and made plans to cut emissions, it also"
            + " approved drilling for oil and gas offshore. India builds wind farms and burns more"
            + " coal than ever.";

    Annotation annotation = ANNOTATOR.annotate("Can two rivals save the climate?", text, "en");

    assertThat(annotation.climate().grade()).isEqualTo(ClimateGrade.MAIN);
    assertThat(of(annotation, TopicGrade.MAIN)).contains("un-climate-talks");
    assertThat(annotation.topics()).extracting(Topic::id).contains("national-climate-policy");
    assertThat(annotation.topics()).extracting(Topic::id).contains(MENTIONED);
  }

  private static List<String> of(Annotation annotation, TopicGrade grade) {
    return annotation.topics().stream()
        .filter(topic -> topic.grade() == grade)
        .map(Topic::id)
        .toList();
  }
}
