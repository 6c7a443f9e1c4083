package io.keeling.reader;

import static io.keeling.reader.PagesOfOurs.articleOf;
import static io.keeling.reader.PagesOfOurs.readPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Some pages send what only subscribers may read, with every letter moved in the alphabet. */
class CipheredTextTest {

  private static final List<String> GERMAN =
      List.of(
          "Die Fähre zu den äußeren Inseln soll ab April mit Strom aus der Batterie fahren, sagte der Kreis.",
          "Auch das benachbarte Amt hat mit der Reederei über die Kabel gesprochen, die auf den Inseln fehlen.",
          "Wer auf der Insel wohnt, zahlt für die Fahrt nicht mehr als bisher, und Kinder fahren frei.",
          "Zwei ältere Schiffe bleiben in der Reserve, und ihre Mannschaften werden im Winter geschult.");

  private static final List<String> ENGLISH =
      List.of(
          "The ferry to the outer islands will run on batteries from April, the county said on Monday.",
          "It takes forty minutes to cross and nine to charge, if the wind does not push it off the quay.",
          "Two older boats stay in reserve, and their crews will be trained for the new one over the winter.",
          "Tickets cost what they cost before, and children go for nothing, as they have since the war.");

  @ParameterizedTest
  @CsvSource({"de, 1", "de, 13", "de, 25", "en, 1", "en, 3", "en, 13"})
  void whatIsSentInCipherIsNoText(String language, int places) {
    List<String> story = language.equals("de") ? GERMAN : ENGLISH;
    String page =
        page(
            language,
            paragraph(story.get(0))
                + paragraph(story.get(1))
                + paragraph(moved(story.get(1), places))
                + "<h3>"
                + moved("Auf den Inseln", places)
                + "</h3>"
                + paragraph(moved(story.get(2), places))
                + paragraph(moved(story.get(3), places)));

    Article article = ((Reading.Readable) readPage(page)).article();

    assertThat(article.text()).isEqualTo(story.get(0) + "\n\n" + story.get(1));
    assertThat(article.free()).isFalse();
    assertThat(article.provenance().fields()).containsEntry("free", "ciphered-text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Wiatr nie pozwolił dziś promom wypłynąć z portu, a mieszkańcy wysp czekają na statek od soboty.",
        "en | Tuuli puhaltaa saarilla niin kovaa että lautta jäi satamaan ja matkustajat odottavat yhä laiturilla.",
        "de | De veerboot naar de eilanden vaart vandaag niet omdat de wind hem van de kade blaast.",
        "es | It then became honest and stopped claiming it.",
        "fr | Most make nothing: no power, no ice, no boards.",
        "en | Kapal itu tidak berlayar karena angin kencang dan penumpang menunggu di dermaga sejak pagi.",
        "en | Ferry Bergen Stavanger Haugesund Kristiansund Trondheim Bodø Narvik Tromsø Hammerfest, Vadsø, Kirkenes.",
      })
  void anotherLanguageIsNone(String language, String paragraph) {
    String page =
        page(
            language,
            (language.equals("de") ? GERMAN : ENGLISH)
                    .stream().map(CipheredTextTest::paragraph).collect(Collectors.joining())
                + paragraph(paragraph));

    Article article = ((Reading.Readable) readPage(page)).article();

    assertThat(article.text()).contains(paragraph);
    assertThat(article.free()).isTrue();
  }

  @Test
  void oneParagraphIsNoProofOfACipher() {
    String odd = moved(ENGLISH.get(1), 3);
    String plain = ENGLISH.stream().map(CipheredTextTest::paragraph).collect(Collectors.joining());

    Article article = ((Reading.Readable) readPage(page("en", plain + paragraph(odd)))).article();

    assertThat(article.text()).contains(odd);
    assertThat(article.free()).isTrue();
  }

  @Test
  void aPageOfPlainTextIsFree() {
    String plain = ENGLISH.stream().map(CipheredTextTest::paragraph).collect(Collectors.joining());

    assertThat(articleOf("<article><h1>Ferry goes electric</h1>" + plain).free()).isTrue();
  }

  private static String page(String language, String text) {
    return "<html lang='%s'><head><title>Ferry</title></head><body><article><h1>Ferry goes electric</h1>%s"
        .formatted(language, text);
  }

  private static String paragraph(String text) {
    return "<p>" + text + "</p>";
  }

  private static String moved(String text, int places) {
    return text.chars()
        .map(
            c ->
                c >= 'a' && c <= 'z'
                    ? 'a' + (c - 'a' + places) % 26
                    : c >= 'A' && c <= 'Z' ? 'A' + (c - 'A' + places) % 26 : c)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
