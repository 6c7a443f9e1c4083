package io.keeling.enrich.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.correction.TaggedBy;
import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.CountryWeight;
import io.keeling.contract.enriched.Enrichment;
import io.keeling.contract.enriched.Evidence;
import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.NameType;
import io.keeling.contract.enriched.Topic;
import io.keeling.contract.enriched.TopicGrade;
import io.keeling.enrich.Articles;
import io.keeling.enrich.annotator.Annotation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TagCorrectorTest {

  private static final String TEXT =
      "America joins. John Smith of Acme met Ann Smithson; Smith left. Coal is burnt in Lima.";
  private static final Article ARTICLE =
      Articles.article("gazette.example", "a", "Smith meets", TEXT);

  private static final Annotation TAGS =
      new Annotation(
          List.of(
              new Name(
                  "America",
                  "United States",
                  NameType.LOCATION,
                  List.of(new Mention(0, 7)),
                  0.5,
                  "Q30",
                  "US",
                  1.0,
                  2.0),
              new Name(
                  "John Smith",
                  null,
                  NameType.PERSON,
                  List.of(new Mention(15, 25)),
                  0.4,
                  null,
                  null,
                  null,
                  null)),
          List.of(new CountryWeight("US", 0.6), new CountryWeight("PE", 0.4)),
          new Climate(ClimateGrade.MAIN, 0.9, List.of(new Evidence(64, 68, "lexicon:coal"))),
          List.of(
              new Topic("coal", TopicGrade.MAIN, 0.8, List.of(new Evidence(64, 68, "l:coal"))),
              new Topic("oil", TopicGrade.MENTION, 0.7, List.of())),
          new Enrichment("1", List.of()));

  private static final TagCorrector CORRECTOR =
      new TagCorrector(Set.of("coal", "oil", "gas")::contains);

  private static Annotation corrected(TagCorrection... said) {
    return CORRECTOR.correct(TAGS, ARTICLE, new HeldCorrections(List.of(said)));
  }

  private static TagCorrection said(CorrectedTag tag, String subject, String says) {
    return said(tag, subject, says, null);
  }

  private static TagCorrection said(CorrectedTag tag, String subject, String says, String quote) {
    return new TagCorrection(
        ARTICLE.id(),
        tag,
        subject,
        says,
        "ada",
        Instant.EPOCH,
        null,
        quote == null ? null : new TagCorrection.SaidOf(null, quote),
        null);
  }

  @Test
  void aWrongTopicGoesAndAMissingOneComesWithItsWords() {
    Annotation tags =
        corrected(
            said(CorrectedTag.TOPIC, "oil", "absent"),
            said(CorrectedTag.TOPIC, "gas", "mention", "burnt in Lima"));

    assertThat(tags.topics())
        .containsExactly(
            TAGS.topics().get(0),
            new Topic(
                "gas",
                TopicGrade.MENTION,
                1,
                List.of(new Evidence(72, 85, "editor")),
                TaggedBy.EDITOR));
    assertThat(TEXT.substring(72, 85)).isEqualTo("burnt in Lima");
    assertThat(tags.climate()).isEqualTo(TAGS.climate());
  }

  @Test
  void anotherGradeOfATopicKeepsItsEvidence() {
    assertThat(corrected(said(CorrectedTag.TOPIC, "coal", "mention")).topics())
        .containsExactly(
            new Topic(
                "coal", TopicGrade.MENTION, 1, TAGS.topics().get(0).evidence(), TaggedBy.EDITOR),
            TAGS.topics().get(1));
  }

  @Test
  void aTopicThatTheTaxonomyDoesNotHaveAndWordsThatAreGoneChangeNothing() {
    assertThat(corrected(said(CorrectedTag.TOPIC, "wizardry", "main")).topics())
        .isEqualTo(TAGS.topics());
    assertThat(corrected(said(CorrectedTag.NAME, "Nobody", "person")).names())
        .isEqualTo(TAGS.names());
    assertThat(corrected(said(CorrectedTag.NAME, "Nobody", "absent")).names())
        .isEqualTo(TAGS.names());
    assertThat(
            corrected(said(CorrectedTag.TOPIC, "gas", "main", "not in the text"))
                .topics()
                .get(0)
                .evidence())
        .isEmpty();
  }

  @Test
  void theGradeIsTheEditors() {
    assertThat(corrected(said(CorrectedTag.CLIMATE, null, "mention")).climate())
        .isEqualTo(
            new Climate(ClimateGrade.MENTION, 1, TAGS.climate().evidence(), TaggedBy.EDITOR));
    assertThat(corrected(said(CorrectedTag.CLIMATE, null, "none")).climate())
        .isEqualTo(new Climate(ClimateGrade.NONE, 0, List.of(), TaggedBy.EDITOR));
  }

  @Test
  void aNameThatIsAnotherLosesItsLinkAndKeepsItsMentions() {
    Name unlinked = corrected(said(CorrectedTag.NAME, "United States", "unlinked")).names().get(0);

    assertThat(unlinked)
        .isEqualTo(
            new Name(
                "America",
                null,
                NameType.LOCATION,
                List.of(new Mention(0, 7)),
                0.5,
                null,
                null,
                null,
                null,
                TaggedBy.EDITOR));
  }

  @Test
  void aNameThatIsNoneGoesAndOneOfAnotherKindIsOfThat() {
    Annotation tags =
        corrected(
            said(CorrectedTag.NAME, "United States", "absent"),
            said(CorrectedTag.NAME, "John Smith", "organization"));

    assertThat(tags.names()).hasSize(1);
    assertThat(tags.names().get(0).type()).isEqualTo(NameType.ORGANIZATION);
    assertThat(tags.names().get(0).by()).isEqualTo(TaggedBy.EDITOR);
  }

  @Test
  void aMissingNameIsFoundWhereverItStandsAsWordsOfItsOwn() {
    Name smith =
        corrected(said(CorrectedTag.NAME, "Smith", "person")).names().stream()
            .filter(name -> name.text().equals("Smith"))
            .findFirst()
            .orElseThrow();

    assertThat(smith.mentions().stream().map(m -> TEXT.substring(m.start(), m.end())))
        .containsExactly("Smith", "Smith");
    assertThat(smith.mentions()).doesNotContain(new Mention(42, 47));
    assertThat(smith.by()).isEqualTo(TaggedBy.EDITOR);
    assertThat(smith.salience()).isPositive();
  }

  @Test
  void weightsOfCountriesAddUpToOneWhateverGoesAndComes() {
    assertThat(corrected(said(CorrectedTag.COUNTRY, "US", "absent")).countries())
        .containsExactly(new CountryWeight("PE", 1));
    assertThat(corrected(said(CorrectedTag.COUNTRY, "DE", "present")).countries())
        .containsExactly(
            new CountryWeight("US", 0.4),
            new CountryWeight("DE", 0.333, TaggedBy.EDITOR),
            new CountryWeight("PE", 0.267));
    assertThat(
            corrected(
                    said(CorrectedTag.COUNTRY, "US", "absent"),
                    said(CorrectedTag.COUNTRY, "PE", "absent"))
                .countries())
        .isEmpty();
    assertThat(corrected(said(CorrectedTag.COUNTRY, "PE", "present")).countries())
        .containsExactly(
            new CountryWeight("US", 0.6), new CountryWeight("PE", 0.4, TaggedBy.EDITOR));
  }

  @Test
  void whatIsNoArticleHasNoTagsWhateverElseWasSaid() {
    Annotation tags =
        corrected(
            said(CorrectedTag.ARTICLE, null, "absent"), said(CorrectedTag.TOPIC, "gas", "main"));

    assertThat(tags)
        .isEqualTo(
            new Annotation(
                List.of(),
                List.of(),
                new Climate(ClimateGrade.NONE, 0, List.of(), TaggedBy.EDITOR),
                List.of(),
                TAGS.enrichment()));
  }

  @Test
  void whatIsHeldStandsInOneOrderHoweverItCame() {
    TagCorrection first = said(CorrectedTag.TOPIC, "oil", "absent");
    TagCorrection second =
        new TagCorrection(
            ARTICLE.id(),
            CorrectedTag.TOPIC,
            "gas",
            "main",
            "jo",
            Instant.ofEpochSecond(9),
            null,
            null,
            null);

    assertThat(
            Stream.of(first, second)
                .reduce(HeldCorrections.NONE, HeldCorrections::with, (a, b) -> a))
        .isEqualTo(HeldCorrections.NONE.with(second).with(first));
    assertThat(HeldCorrections.NONE.with(first).with(first.takenBack("jo", Instant.EPOCH)))
        .isEqualTo(HeldCorrections.NONE);
  }
}
