package io.keeling.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.models.names.EntityType;
import io.keeling.training.corpus.MarkedDocument.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedTextTest {

  @TempDir Path folder;

  @Test
  void readsSentencesAndPassesOtherTypesOver() throws IOException {
    List<MarkedSentence> sentences =
        read(
            "Ana\tB-PER\n"
                + "Luz\tI-PER\n"
                + "Eva\tB-PER\n"
                + "left\tO\n"
                + "Peru\tB-LOC\n\n"
                + "FIFA\tB-ORG\n"
                + "Cup\tB-MISC\n");
    assertThat(sentences).hasSize(2);
    assertThat(sentences.get(0).words()).containsExactly("Ana", "Luz", "Eva", "left", "Peru");
    assertThat(sentences.get(0).marks())
        .containsExactly(
            new NameMark(0, 2, EntityType.PERSON),
            new NameMark(2, 3, EntityType.PERSON),
            new NameMark(4, 5, EntityType.LOCATION));
    assertThat(sentences.get(1).marks())
        .containsExactly(new NameMark(0, 1, EntityType.ORGANIZATION));
  }

  @Test
  void cutsMarkedWordsAsAnArticlesWordsAreCut() throws IOException {
    MarkedSentence sentence =
        read("The\tO\nParis-based\tO\nSaint-Gobain's\tB-ORG\nchief\tO\n").get(0);
    MarkedSentence cut = new Retokenizer().retokenize(sentence);
    assertThat(cut.words())
        .containsExactly("The", "Paris", "-", "based", "Saint", "-", "Gobain", "'s", "chief");
    assertThat(cut.marks()).containsExactly(new NameMark(4, 8, EntityType.ORGANIZATION));
  }

  @Test
  void makesTheSameVariationsFromTheSameSeed() throws IOException {
    List<MarkedSentence> sentences = read("Mr.\tO\nLuz\tB-PER\nleft\tO\n\n".repeat(200));
    List<MarkedSentence> varied = new Variations(7).of(sentences);
    assertThat(varied).isEqualTo(new Variations(7).of(sentences));
    assertThat(varied).hasSizeBetween(205, 240);
    assertThat(varied).anyMatch(s -> s.words().get(0).equals("Mr"));
    assertThat(varied).anyMatch(s -> s.words().get(1).equals("LUZ") && s.marks().size() == 1);
    assertThat(varied).allMatch(s -> s.words().get(1).toLowerCase(Locale.ROOT).equals("luz"));
  }

  @Test
  void putsADocumentTogetherWithTheNamesPlaces() throws IOException {
    List<MarkedDocument> documents =
        MarkedDocument.of(read("Ana\tB-PER\nLuz\tI-PER\nsang\tO\n\nIn\tO\nPeru\tB-LOC\n"));
    assertThat(documents).hasSize(1);
    MarkedDocument document = documents.get(0);
    assertThat(document.text()).isEqualTo("Ana Luz sang\n\nIn Peru");
    assertThat(document.names())
        .isEqualTo(
            Map.of(new Place(0, 7), EntityType.PERSON, new Place(17, 21), EntityType.LOCATION));
    assertThat(document.sentences())
        .extracting(sentence -> List.of(sentence.words()))
        .containsExactly(List.of("Ana", "Luz", "sang"), List.of("In", "Peru"));
  }

  private List<MarkedSentence> read(String text) throws IOException {
    return MarkedText.read(Files.writeString(folder.resolve("marked.tsv"), text));
  }
}
