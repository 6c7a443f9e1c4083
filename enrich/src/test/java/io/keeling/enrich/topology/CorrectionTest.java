package io.keeling.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keeling.contract.article.Article;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.correction.TaggedBy;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Story;
import io.keeling.contract.enriched.Topic;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** What an editor says of a tag holds, whatever comes before and behind it. */
class CorrectionTest extends TopologyDriven {

  private static final Article FIRST = at("2026-11-24T09:00:00Z", text("began"));
  private static final Article SECOND = at("2026-11-24T10:00:00Z", text("ended"));
  private static final Instant SAID = Instant.parse("2026-11-24T12:00:00Z");

  private static String text(String verb) {
    return "Delegates at the climate talks in Geneva "
        + verb
        + " on Monday. The government wants to close its coal plants by 2035. ".repeat(12);
  }

  private static TagCorrection said(CorrectedTag tag, String subject, String says) {
    return new TagCorrection(FIRST.id(), tag, subject, says, "ada", SAID, null, null, null);
  }

  private static final TagCorrection NO_COAL = said(CorrectedTag.TOPIC, "coal", "absent");

  private void correct(TagCorrection correction) {
    TestRecord<String, TagCorrection> record = new TestRecord<>(correction.key(), correction);
    HeaderValues.put(record.headers(), HeaderNames.TRACE, "trace-9");
    corrections.pipeInput(record);
  }

  private static List<String> topics(EnrichedArticle article) {
    return article.topics().stream().map(Topic::id).toList();
  }

  private double counted(String outcome) {
    return registry.counter("keeling.enrich.corrections", "outcome", outcome).count();
  }

  @Test
  void itIsTheNextRevisionOfTheSameWordsInTheSameStory() {
    send(FIRST);
    correct(NO_COAL);

    List<TestRecord<String, EnrichedArticle>> records = enriched.readRecordsToList();
    assertThat(records).hasSize(2);
    EnrichedArticle before = records.get(0).value();
    EnrichedArticle after = records.get(1).value();
    assertThat(topics(before)).contains("coal", "un-climate-talks");
    assertThat(topics(after)).contains("un-climate-talks").doesNotContain("coal");
    assertThat(after.revision()).isEqualTo(2);
    assertThat(after.article()).isEqualTo(before.article());
    assertThat(after.names()).isEqualTo(before.names());
    assertThat(after.climate()).isEqualTo(before.climate());
    assertThat(after.story()).isEqualTo(new Story(FIRST.id(), true, 1));
    assertThat(after.corrections()).containsExactly(NO_COAL.applied());
    assertThat(after.corrections().get(0).by()).isEqualTo(TaggedBy.EDITOR);
    assertThat(records.get(1).key()).isEqualTo(FIRST.id());
    assertThat(HeaderValues.get(records.get(1).headers(), HeaderNames.TRACE)).isEqualTo("trace-9");
    assertThat(HeaderValues.get(records.get(1).headers(), HeaderNames.SCHEMA))
        .isEqualTo("enriched-article/1");
    assertThat(counted("applied")).isOne();
  }

  @Test
  void whatIsChangedIsByTheEditor() {
    send(FIRST);
    correct(said(CorrectedTag.TOPIC, "coal", "main"));
    correct(said(CorrectedTag.CLIMATE, null, "adjacent"));

    List<EnrichedArticle> revisions = enriched.readValuesToList();
    assertThat(revisions).extracting(EnrichedArticle::revision).containsExactly(1, 2, 3);
    EnrichedArticle last = revisions.get(2);
    assertThat(last.topics())
        .filteredOn(topic -> topic.by() == TaggedBy.EDITOR)
        .extracting(Topic::id)
        .containsExactly("coal");
    assertThat(last.climate().grade()).isEqualTo(ClimateGrade.ADJACENT);
    assertThat(last.climate().by()).isEqualTo(TaggedBy.EDITOR);
  }

  @Test
  void itSurvivesANewerEnrichment() {
    send(FIRST);
    correct(NO_COAL);
    enriched.readValuesToList();

    restartWith(newerResources());
    sendAgain(FIRST, FIRST);

    EnrichedArticle again = enriched.readValue();
    assertThat(again.enrichment().version())
        .isEqualTo(newerResources().version())
        .isNotEqualTo(RESOURCES.version());
    assertThat(again.revision()).isEqualTo(3);
    assertThat(topics(again)).contains("un-climate-talks").doesNotContain("coal");
    assertThat(again.corrections()).containsExactly(NO_COAL.applied());
  }

  @Test
  void itHoldsOfWordsThatComeLater() {
    send(FIRST);
    correct(NO_COAL);
    send(SECOND);

    EnrichedArticle last = enriched.readValuesToList().get(2);
    assertThat(last.article()).isEqualTo(SECOND);
    assertThat(topics(last)).doesNotContain("coal");
  }

  @Test
  void theWordsThatArePassedOnAgainAreThoseOfNow() {
    send(FIRST);
    send(SECOND);
    correct(NO_COAL);

    List<EnrichedArticle> revisions = enriched.readValuesToList();
    assertThat(revisions)
        .extracting(EnrichedArticle::article)
        .containsExactly(FIRST, SECOND, SECOND);
    send(FIRST);
    assertThat(enriched.isEmpty()).as("older words are late as ever").isTrue();
  }

  @Test
  void saidBeforeTheArticleComesItHoldsAtOnce() {
    correct(NO_COAL);
    assertThat(enriched.isEmpty()).isTrue();
    assertThat(counted("waits")).isOne();

    send(FIRST);

    EnrichedArticle first = enriched.readValue();
    assertThat(first.revision()).isEqualTo(1);
    assertThat(topics(first)).doesNotContain("coal");
    assertThat(first.corrections()).containsExactly(NO_COAL.applied());
  }

  @Test
  void takenBackTheTagIsThereAgain() {
    send(FIRST);
    correct(NO_COAL);
    correct(NO_COAL.takenBack("jo", SAID.plusSeconds(60)));

    List<EnrichedArticle> revisions = enriched.readValuesToList();
    assertThat(revisions).hasSize(3);
    assertThat(revisions.get(2).topics()).isEqualTo(revisions.get(0).topics());
    assertThat(revisions.get(2).corrections()).isEmpty();
    assertThat(revisions.get(2).revision()).isEqualTo(3);
  }

  @Test
  void saidAgainItChangesNothing() {
    send(FIRST);
    correct(NO_COAL);
    correct(NO_COAL);
    correct(said(CorrectedTag.TOPIC, "oil", "absent").takenBack("jo", SAID));

    assertThat(enriched.readValuesToList()).hasSize(2);
    assertThat(counted("said-before")).isEqualTo(2);
  }

  @Test
  void anArticleThatIsTakenDownStaysSoAndIsCorrectedOnceItComesAgain() {
    send(FIRST);
    decide("removed");
    correct(NO_COAL);
    assertThat(enriched.readValuesToList()).hasSize(2).endsWith((EnrichedArticle) null);

    decide("restored");
    send(FIRST);

    EnrichedArticle again = enriched.readValue();
    assertThat(again.revision()).isEqualTo(2);
    assertThat(topics(again)).doesNotContain("coal");
  }

  @Test
  void aRecordWithoutAValueForgetsWhatWasSaid() {
    send(FIRST);
    correct(NO_COAL);
    corrections.pipeInput(NO_COAL.key(), null);

    List<EnrichedArticle> revisions = enriched.readValuesToList();
    assertThat(topics(revisions.get(2))).contains("coal");
    assertThat(revisions.get(2).corrections()).isEmpty();
  }

  @Test
  void whatIsSaidUnderAnothersKeyIsADeadLetter() {
    send(FIRST);
    corrections.pipeInput(FIRST.id() + "/0123456789abcdef", NO_COAL);
    corrections.pipeInput("nobody", NO_COAL);

    assertThat(deadLetters.readValuesToList())
        .extracting(letter -> letter.reason(), letter -> letter.origin().topic())
        .containsExactly(
            tuple("wrong-key", "keeling.corrections"), tuple("wrong-key", "keeling.corrections"));
    assertThat(enriched.readValuesToList()).hasSize(1);
  }

  @Test
  void moreThanMayBeSaidIsADeadLetterAndWhatWasSaidStillHolds() {
    send(FIRST);
    for (int i = 0; i < TagCorrection.MOST; i++) {
      correct(said(CorrectedTag.TOPIC, "none-" + i, "absent"));
    }
    correct(NO_COAL);

    assertThat(deadLetters.readValue().reason()).isEqualTo("too-many-corrections");
    List<EnrichedArticle> revisions = enriched.readValuesToList();
    EnrichedArticle last = revisions.get(revisions.size() - 1);
    assertThat(last.revision()).isEqualTo(TagCorrection.MOST + 1);
    assertThat(last.corrections()).hasSize(TagCorrection.MOST).doesNotContain(NO_COAL.applied());
  }

  @Test
  void whatIsSentAgainAtTheSameEnrichmentKeepsTheRevisionThatTheCorrectionGaveIt() {
    send(FIRST);
    correct(NO_COAL);
    enriched.readValuesToList();

    sendAgain(FIRST, FIRST);

    EnrichedArticle again = enriched.readValue();
    assertThat(again.revision()).isEqualTo(2);
    assertThat(again.corrections()).containsExactly(NO_COAL.applied());
  }

  private void decide(String decision) {
    TestRecord<String, byte[]> record = new TestRecord<>(FIRST.id(), null);
    HeaderValues.put(record.headers(), HeaderNames.REMOVAL, decision);
    HeaderValues.put(record.headers(), HeaderNames.TRACE, "trace-7");
    pipe(record);
  }
}
