package io.keeling.contract.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.contract.schema.SchemaFiles;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagCorrectionTest {

  private static final String ARTICLE = "0123456789abcdef0123456789abcdef";

  private static TagCorrection of(CorrectedTag tag, String subject, String says, String note) {
    return new TagCorrection(ARTICLE, tag, subject, says, "ada", Instant.EPOCH, note, null, null);
  }

  @ParameterizedTest
  @CsvSource({
    "TOPIC,coal,absent",
    "TOPIC,coal,main",
    "CLIMATE,,none",
    "NAME,John Smith,unlinked",
    "NAME,Löwe & Söhne,organization",
    "COUNTRY,DE,present",
    "ARTICLE,,absent"
  })
  void whatCanBeSaidOfATag(CorrectedTag tag, String subject, String says) {
    assertThat(of(tag, subject, says, null).holds()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "TOPIC,,absent",
    "TOPIC,Coal!,absent",
    "TOPIC,coal,none",
    "CLIMATE,main,main",
    "CLIMATE,,absent",
    "NAME,John Smith,present",
    "COUNTRY,de,present",
    "COUNTRY,DE,main",
    "ARTICLE,x,absent",
    "ARTICLE,,present"
  })
  void whatCannot(CorrectedTag tag, String subject, String says) {
    assertThatThrownBy(() -> of(tag, subject, says, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsSaidOfOneTagHasOneKey() {
    TagCorrection wrong = of(CorrectedTag.TOPIC, "coal", "absent", null);

    assertThat(of(CorrectedTag.TOPIC, "coal", "main", "so it is").key()).isEqualTo(wrong.key());
    assertThat(of(CorrectedTag.TOPIC, "oil", "main", null).key()).isNotEqualTo(wrong.key());
    assertThat(of(CorrectedTag.NAME, "coal", "absent", null).key()).isNotEqualTo(wrong.key());
    // As AsyncAPI says it, for programs that are not ours: sha256sum of "topic/coal".
    assertThat(wrong.key()).isEqualTo(ARTICLE + "/7f8df11fd524806e");
  }

  @Test
  void itIsBoundedAndNamesNoWords() {
    assertThatThrownBy(() -> of(CorrectedTag.NAME, "x".repeat(201), "absent", null))
        .hasMessageContaining("no subject");
    assertThatThrownBy(() -> of(CorrectedTag.CLIMATE, null, "none", "x".repeat(501)))
        .hasMessageContaining("1 to 500 characters");
    assertThatThrownBy(() -> new TagCorrection.SaidOf(null, "x".repeat(1_001)))
        .hasMessageContaining("1 to 1000 characters");
    assertThat(of(CorrectedTag.NAME, "John Smith", "absent", "not he"))
        .asString()
        .doesNotContain("John", "he ");
  }

  @Test
  void takenBackItHoldsNoMoreAndKeepsItsKey() {
    TagCorrection said = of(CorrectedTag.CLIMATE, null, "none", null);
    TagCorrection undone = said.takenBack("jo", Instant.ofEpochSecond(1));

    assertThat(undone.holds()).isFalse();
    assertThat(undone.key()).isEqualTo(said.key());
    assertThat(undone.undone()).isEqualTo(new TagCorrection.Undone("jo", Instant.ofEpochSecond(1)));
  }

  @Test
  void theSchemasHaveTheLimitsOfTheCode() {
    var properties = SchemaFiles.today("tag-correction-1").path("properties");

    assertThat(properties.at("/who/maxLength").asInt()).isEqualTo(TagCorrection.LONGEST_WHO);
    assertThat(properties.at("/note/maxLength").asInt()).isEqualTo(TagCorrection.LONGEST_NOTE);
    assertThat(properties.at("/saidOf/properties/quote/maxLength").asInt())
        .isEqualTo(TagCorrection.LONGEST_QUOTE);
    assertThat(
            SchemaFiles.today("enriched-article-1").at("/properties/corrections/maxItems").asInt())
        .isEqualTo(TagCorrection.MOST);
  }
}
