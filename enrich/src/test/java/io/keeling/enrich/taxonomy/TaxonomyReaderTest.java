package io.keeling.enrich.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxonomyReaderTest {

  private static final String GOOD =
      """
      version: 3
      groups:
        - {id: energy, label: Energy}
      contexts:
        power: [grid, electricity]
      ignore:
        en: [political climate]
      climate:
        lexicon:
          - {weight: 3, terms: [climate change]}
          - {language: de, weight: 3, terms: ["klimawandel*"]}
      topics:
        - id: coal
          group: energy
          label: Coal
          note: Mines and plants.
          iptc: ["20000258"]
          lexicon:
            - {weight: 3, terms: [coal mine], near: [$power, town]}
      """;

  /** What a file may say behind a line of three hyphens. */
  private static final String FRENCH =
      """
      ---
      language: fr
      contexts:
        power: [réseau, électricité]
      ignore: [climat politique]
      climate:
        lexicon:
          - {weight: 3, terms: ["réchauffement*"]}
      topics:
        coal:
          ignore: [charbon de bois]
          lexicon:
            - {weight: 3, terms: [charbon], near: [$power]}
          mentions:
            - {terms: [houillère]}
      """;

  @Test
  void readsWhatIsGood() {
    Taxonomy taxonomy = read(GOOD);

    assertThat(taxonomy.version()).isEqualTo(3);
    assertThat(taxonomy.languages()).containsExactly("de", "en");
    assertThat(taxonomy.topics().get(0).lexicon().get(0).near())
        .containsExactly("grid", "electricity", "town");
  }

  @Test
  void furtherDocumentAddsALanguage() {
    Taxonomy taxonomy = read(GOOD + FRENCH);

    assertThat(taxonomy.languages()).containsExactly("de", "en", "fr");
    assertThat(taxonomy.ignore()).containsEntry("fr", List.of("climat politique"));
    TaxonomyTopic coal = taxonomy.topics().get(0);
    assertThat(coal.lexicon())
        .extracting(LexiconEntry::language, LexiconEntry::terms, LexiconEntry::near)
        .containsExactly(
            tuple("en", List.of("coal mine"), List.of("grid", "electricity", "town")),
            tuple("fr", List.of("charbon"), List.of("réseau", "électricité")));
    assertThat(coal.mentions()).extracting(LexiconEntry::language).containsExactly("fr");
    assertThat(coal.ignoreIn("fr")).containsExactly("charbon de bois");
    assertThat(coal.ignoreIn("en")).isEmpty();
  }

  @Test
  void strongTermsOfALanguageMentionTheTopicToo() {
    TaxonomyTopic coal =
        read(GOOD + FRENCH.replace("language: fr", "language: fr\nmentionsFrom: 2.5"))
            .topics()
            .get(0);

    assertThat(coal.mentions())
        .extracting(LexiconEntry::terms)
        .containsExactly(List.of("charbon"), List.of("houillère"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "language: fr | language: de | de.language: there are terms in \"de\" before this",
        "language: fr | language: French | documents[1].language: must be an ISO 639-1 code",
        "  coal:|  cole:| fr.topics.cole: there is no such topic",
        "weight: 3, terms: [charbon] | weight: 9, terms: [charbon] | fr.topics.coal.lexicon[0].weight: must be a number",
        "[$power] | [réseau] | fr.contexts.power: is never used",
        "ignore: [climat politique] | ignor: [] | fr.ignor: unknown key"
      })
  void mistakeInALanguageNamesIt(String good, String bad, String said) {
    assertThat(problems(GOOD + FRENCH.replace(good, bad))).anyMatch(p -> p.startsWith(said));
  }

  @Test
  void everyLanguageThatComesWithKeelingHasTermsOfEachTopic() {
    Taxonomy taxonomy = TaxonomyReader.builtIn();

    assertThat(taxonomy.languages()).containsExactly("de", "en", "es", "fr", "it", "nl", "pt");
    for (String language : taxonomy.languages()) {
      assertThat(taxonomy.topics())
          .allSatisfy(
              topic ->
                  assertThat(topic.lexicon())
                      .as(topic.id() + " " + language)
                      .anyMatch(entry -> entry.language().equals(language)));
    }
  }

  @Test
  void errorsNameTheirPathAllAtOnce() {
    String bad =
        GOOD.replace("weight: 3, terms: [coal mine]", "weight: 9, terms: [\"co*\"], nere: [x]")
            .replace("group: energy\n", "group: enrgy\n")
            .replace("\"20000258\"", "\"258\"")
            .replace("version: 3", "version: three");

    assertThat(problems(bad))
        .contains(
            "topics[0].lexicon[0].weight: must be a number from 0.1 to 5 (coal)",
            "topics[0].lexicon[0].nere: unknown key; allowed are language, weight, case, terms, near, with, unless (coal)",
            "topics[0].iptc[0]: must be an IPTC code of eight digits in quotes (coal)",
            "topics[0].group: there is no group \"enrgy\" (coal)",
            "version: must be a number from 1 to 1000000")
        .anyMatch(p -> p.startsWith("topics[0].lexicon[0].terms[0]: must be words"));
  }

  @Test
  void unknownContextAndUnusedContextAreErrors() {
    assertThat(problems(GOOD.replace("$power", "$powr")))
        .containsExactly(
            "topics[0].lexicon[0].near[0]: there is no context \"powr\" (coal)",
            "contexts.power: is never used");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "terms: [coal mine] | terms: [2030] | needs quotes: YAML does not read 2030 as text",
        "terms: [coal mine] | terms: [no] | needs quotes: YAML does not read false as text",
        "terms: [coal mine] | terms: [co*l] | * stands nowhere else",
        "terms: [coal mine] | terms: nebbiolo | topics[0].lexicon[0].terms: must be a list (coal)",
        "note: Mines and plants. | | topics[0].note: is missing (coal)",
        "{weight: 3, terms: [coal mine] | {language: fr, weight: 3, terms: [mine] | climate.lexicon has no terms in \"fr\""
      })
  void errorSaysWhatToMend(String good, String bad, String said) {
    assertThat(problems(GOOD.replace(good, bad == null ? "" : bad)))
        .anyMatch(p -> p.contains(said));
  }

  @Test
  void mistakeIsSaidOnce() {
    assertThat(problems(GOOD.replace("terms: [coal mine]", "terms: nebbiolo"))).hasSize(1);
    assertThat(problems("")).containsExactly("the file is empty");
  }

  @Test
  void brokenYamlNamesItsLine() {
    assertThat(problems("version: 1\ntopics: [\n")).hasSize(1).allMatch(p -> p.startsWith("line "));
  }

  @Test
  void fileThatIsNotThereIsSaidSo() {
    assertThatExceptionOfType(TaxonomyException.class)
        .isThrownBy(() -> TaxonomyReader.read(Path.of("nowhere.yaml")))
        .withMessage("nowhere.yaml: there is no such file");
  }

  @Test
  void builtInTaxonomyIsWhole() {
    Taxonomy taxonomy = TaxonomyReader.builtIn();

    assertThat(taxonomy.groups()).hasSize(8);
    assertThat(taxonomy.topics()).hasSize(40);
    assertThat(taxonomy.topics().stream().collect(Collectors.groupingBy(TaxonomyTopic::group)))
        .hasSize(8);
    assertThat(taxonomy.topics())
        .allSatisfy(
            topic ->
                assertThat(
                        topic.lexicon().stream()
                            .filter(e -> e.language().equals("en"))
                            .mapToInt(e -> e.terms().size())
                            .sum())
                    .as(topic.id())
                    .isGreaterThanOrEqualTo(20));
    assertThat(taxonomy.topics().stream().flatMap(t -> t.codes().iptc().stream()))
        .as("retired by IPTC")
        .doesNotContain("20000419", "20000436", "20000431", "20000421", "20000437");
  }

  private static Taxonomy read(String yaml) {
    return TaxonomyReader.read("test.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> problems(String yaml) {
    return catchThrowableOfType(TaxonomyException.class, () -> read(yaml)).problems();
  }
}
