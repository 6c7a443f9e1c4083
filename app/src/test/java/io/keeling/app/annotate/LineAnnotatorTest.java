package io.keeling.app.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.app.extract.EndlessWork;
import io.keeling.contract.serde.Json;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.reader.language.LanguageFinder;
import io.keeling.runtime.deadline.RecordDeadline;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineAnnotatorTest {

  private static LineAnnotator annotator;

  @BeforeAll
  static void load() {
    annotator = new LineAnnotator(AnnotatorResources.load(), new RecordDeadline());
  }

  @Test
  void tagsStandBesideTheFieldsThatWereThere() throws Exception {
    JsonNode line =
        annotated(
            "{\"id\":\"doc-1\",\"mine\":[1],\"language\":\"en\",\"text\":\"The European Union wants"
                + " to reach net zero by 2050.\"}");

    assertThat(line.path("id").asText()).isEqualTo("doc-1");
    assertThat(line.path("mine").get(0).asInt()).isEqualTo(1);
    assertThat(line.path("topics").findValuesAsText("id")).contains("targets-net-zero");
    assertThat(line.path("climate").path("grade").asText()).isEqualTo("main");
  }

  @ParameterizedTest
  @CsvSource({"''", "de-AT", "DE", "deu", "en_GB", "und", "nonsense"})
  void languageIsWhatThePipelineTakesTheTextForWhateverIsDeclared(String declared)
      throws Exception {
    String text =
        "Die Regierung will den Ausbau der Windkraft in Norddeutschland in diesem Jahr"
            + " beschleunigen und hat dafür ein Gesetz vorgelegt, das die Genehmigung neuer Anlagen"
            + " auf ein Jahr begrenzt und den Gemeinden einen Anteil an der Pacht gibt.";

    JsonNode line = annotated("{\"language\":\"%s\",\"text\":\"%s\"}".formatted(declared, text));

    assertThat(line.path("language").asText())
        .isEqualTo(LanguageFinder.find(text, declared).code())
        .isEqualTo("de");
  }

  @ParameterizedTest
  @CsvSource({"nb, no", "en_GB, en", "'', und"})
  void textTooShortToTellIsInTheLanguageDeclared(String declared, String code) throws Exception {
    JsonNode line = annotated("{\"language\":\"%s\",\"text\":\"Oslo\"}".formatted(declared));

    assertThat(line.path("language").asText()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"oops | not JSON;", "[1] | not an object;", "{\"id\":1} | needs a \"text\""})
  void lineThatCannotBeTaggedSaysWhy(String line, String why) throws Exception {
    LineAnnotator.Answer answer = annotator.annotate(7, line);
    LineAnnotator.Answer explained = annotator.explain(7, line);

    assertThat(answer.accepted()).isFalse();
    assertThat(Json.MAPPER.readTree(answer.text()).path("error").asText()).startsWith(why);
    assertThat(explained.accepted()).isFalse();
    assertThat(explained.text()).startsWith("line 7: error: " + why);
  }

  @Test
  void lineThatHasAnErrorInsteadOfATextPassesThrough() {
    String line = "{\"file\":\"a.html\",\"error\":\"too-short\",\"message\":\"12 words\"}";

    assertThat(annotator.annotate(1, line)).isEqualTo(new LineAnnotator.Answer(line, true));
    assertThat(annotator.explain(1, line))
        .isEqualTo(new LineAnnotator.Answer("line 1: error: too-short", true));
  }

  private static JsonNode annotated(String line) throws Exception {
    LineAnnotator.Answer answer = annotator.annotate(1, line);
    assertThat(answer.accepted()).isTrue();
    return Json.MAPPER.readTree(answer.text());
  }

  @Test
  void aLineThatTakesTooLongIsAnsweredByAnErrorBesideItsFields() throws Exception {
    try (EndlessWork endless = new EndlessWork()) {
      LineAnnotator slow = new LineAnnotator(AnnotatorResources.load(), endless.deadline());
      String line = "{\"id\":\"a\",\"language\":\"en\",\"text\":\"Words.\"}";

      endless.begin();
      LineAnnotator.Answer answer = slow.annotate(1, line);
      endless.noMore();

      assertThat(answer.accepted()).isFalse();
      assertThat(Json.MAPPER.readTree(answer.text()).path("id").asText()).isEqualTo("a");
      assertThat(Json.MAPPER.readTree(answer.text()).path("error").asText())
          .startsWith("took-too-long: ");
      assertThat(slow.annotate(2, line).accepted()).isTrue();
    }
  }
}
