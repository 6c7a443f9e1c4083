package io.keeling.training.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.models.lexical.LexicalTagger;
import io.keeling.models.lexical.NameLexicon;
import io.keeling.models.names.NameModel;
import io.keeling.models.text.TextAnalyzer;
import io.keeling.training.corpus.MarkedArticles;
import io.keeling.training.corpus.MarkedDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps a language from shipping whose names are guesses. */
class LanguageScoresTest {

  private static final NameModel ENGLISH = NameModel.load();

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es", "it", "pt", "nl"})
  void everyLanguageThatShipsIsPreciseOnTextKeptApart(String language) throws IOException {
    List<MarkedDocument> documents =
        MarkedArticles.read(Path.of("eval", "names-" + language + ".tsv"), "scored");
    TextAnalyzer analyzer = TextAnalyzer.forLanguage(language);
    LexicalTagger tagger = new LexicalTagger(NameLexicon.of(language), ENGLISH);

    NameScoreCard card = NameScoreCard.of(documents, d -> tagger.tag(analyzer.analyze(d.text())));

    assertThat(documents).hasSizeGreaterThan(5);
    assertThat(card.precision()).as(card.toString()).isGreaterThanOrEqualTo(0.75);
    assertThat(card.f1()).as(card.toString()).isGreaterThanOrEqualTo(0.75);
  }
}
