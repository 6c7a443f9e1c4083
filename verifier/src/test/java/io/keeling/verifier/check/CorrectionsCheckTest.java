package io.keeling.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.correction.AppliedCorrection;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Enrichment;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class CorrectionsCheckTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final Findings findings = new Findings();
  private final List<EnrichedCheck.Found> revisions = new ArrayList<>();
  private final List<TagCorrection> said = new ArrayList<>();

  @Test
  void eachWordIsARevisionAndHoldsUntilTheNext() {
    revision("some words");
    TagCorrection no = say("PE", "absent");
    revision("some words", no.applied());
    TagCorrection too = say("CL", "present");
    revision("some words", no.applied(), too.applied());
    revision("other words", no.applied(), too.applied());
    said.add(no.takenBack("ada", NOON.plusSeconds(60)));
    revision("other words", too.applied());

    assertThat(check()).isEqualTo(3);
    assertThat(findings.lines()).isEmpty();
  }

  @Test
  void aWordThatWasNeverPassedOnIsFound() {
    revision("some words");
    say("PE", "absent");

    check();
    assertThat(findings.lines())
        .singleElement()
        .asString()
        .contains("was said 1 times something else, and passed on 0 times");
  }

  @Test
  void aWordThatIsForgottenWithTheNextVersionIsFound() {
    revision("some words");
    TagCorrection no = say("PE", "absent");
    revision("some words", no.applied());
    revision("other words");

    check();
    assertThat(findings.lines()).hasSize(2).anyMatch(line -> line.contains("revision 3 of"));
  }

  @Test
  void aRevisionOfAWordThatNobodySaidIsFound() {
    revision("some words");
    TagCorrection no = say("PE", "absent");
    said.clear();
    revision("some words", no.applied());

    check();
    assertThat(findings.lines()).hasSize(1);
  }

  private TagCorrection say(String country, String says) {
    TagCorrection correction =
        new TagCorrection(
            article("").id(),
            CorrectedTag.COUNTRY,
            country,
            says,
            "ada",
            NOON.plusSeconds(said.size()),
            null,
            null,
            null);
    said.add(correction);
    return correction;
  }

  private void revision(String words, AppliedCorrection... corrections) {
    EnrichedArticle enriched =
        new EnrichedArticle(
            article(words),
            revisions.size() + 1,
            List.of(),
            List.of(),
            new Climate(ClimateGrade.NONE, 0, List.of(), null),
            List.of(),
            null,
            new Enrichment("one", List.of()),
            List.of(corrections));
    revisions.add(new EnrichedCheck.Found(enriched, "", new byte[0]));
  }

  private static Article article(String words) {
    return Article.builder(
            "https://gazette.example/1",
            new Outlet("gazette", "Gazette", "gazette.example"),
            "A title",
            words,
            NOON)
        .build();
  }

  private int check() {
    CorrectionsCheck check = new CorrectionsCheck(Map.of(article("").id(), revisions), findings);
    String topic = Topics.CORRECTIONS.name();
    said.forEach(
        each ->
            check.take(
                new ConsumerRecord<>(
                    topic,
                    0,
                    0,
                    each.key(),
                    ContractSerdes.TAG_CORRECTION.serialize(topic, each))));
    return check.finish();
  }
}
