package io.keeling.models.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.models.names.NameModel;
import io.keeling.models.text.TextAnalyzer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexicalTaggerTest {

  private static final NameModel ENGLISH = NameModel.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "de | Gestern lobte Ministerin Heike Lorenzen die EU-Kommission in Br\u00fcssel. | P:Heike"
            + " Lorenzen O:EU-Kommission L:Br\u00fcssel",
        "de | Der SPD-Politiker schwieg, Deutschlands Wasser nicht. | O:SPD L:Deutschlands",
        "de | Die Forderungen der Menschen haben Zukunft. Oder doch nicht? | ",
        "de | Das Bundesamt f\u00fcr Naturschutz und die Universit\u00e4t Kassel warnten. |"
            + " O:Bundesamt f\u00fcr Naturschutz O:Universit\u00e4t Kassel",
        "fr | En Italie, la Cour supr\u00eame attend M. Delorme \u00e0 Kisumu. | L:Italie"
            + " O:Cour supr\u00eame P:Delorme L:Kisumu",
        "fr | Hier, le d\u00e9put\u00e9 Jean-Yves Kervella a visit\u00e9 l'universit\u00e9 de"
            + " Nantes. | P:Jean-Yves Kervella O:universit\u00e9 de Nantes",
        "es | La ministra Bel\u00e9n Azpeitia viaj\u00f3 a Estados Unidos con la ONU. |"
            + " P:Bel\u00e9n Azpeitia L:Estados Unidos O:ONU",
        "it | Secondo il Ministero dell'Ambiente, il sindaco Ugo Battistel resta a L'Aquila. |"
            + " O:Ministero dell'Ambiente P:Ugo Battistel L:L'Aquila",
        "pt | O presidente J\u00falio Tavares falou com o Banco Mundial em Mo\u00e7ambique. |"
            + " P:J\u00falio Tavares O:Banco Mundial L:Mo\u00e7ambique",
        "nl | Volgens Thomas van der Es is het Waterschap Rivierenland te laat. | P:Thomas van der"
            + " Es O:Waterschap Rivierenland"
      })
  void namesAreFound(String language, String text, String names) {
    assertThat(String.join(" ", tag(language, text))).isEqualTo(names == null ? "" : names.strip());
  }

  @Test
  void surnameIsFoundAgainAfterTheFullName() {
    assertThat(
            tag(
                "de",
                "Es sprach Minister Ulf Tannh\u00e4user. Danach ging Tannh\u00e4user nach Hause."))
        .containsExactly("P:Ulf Tannh\u00e4user", "P:Tannh\u00e4user");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "de | Das sagte das THW. Danach schwieg das THW. | O:THW O:THW",
        "de | Der Schnee blieb liegen. Nasser Schnee fiel, und Schnee fiel auch im Norden. | ",
        "de | Am Arbeitsplatz und im Medienportal gilt das, im Spital auch. | ",
        "de | Das kostet 50 Franken, sagte er. Die Franken sind weg. | ",
        "de | Wir danken ALLEN, wirklich allen. | ",
        "de | Der Green Deal gilt, und der Klub traf Kollegin Ute Brandner vom Vorstand. | P:Ute"
            + " Brandner",
        "de | Der Kalender von Bernau ist voll, und im Kalender von Bernau fehlt nichts. | ",
        "de | Zu sehen bei Sky Sport 1 und Sky Sport 2, dann wieder bei Sky Sport 1. | ",
        "de | Dort zahlt man gute Preise. Dame Preise fielen, sagte der H\u00e4ndler. | ",
        "de | Sie spielen gegen den Tabellenf\u00fchrer SpVgg Unterhaching, der sie erwartet. |"
            + " O:SpVgg Unterhaching",
        "de | Man sp\u00fcrt z. B. Angst, Wut und \u00c4rger. | ",
        "de | Das Update KB3022345 kam am Montag, KB3022345 war gro\u00df. | ",
        "de | Es erfreut sich wachsender Beliebtheit (Quelle: U. S. Department). | ",
        "de | Es war sp\u00e4t. Oder fr\u00fch? Oder nie? | ",
        "de | Alles wurde ein Fest f\u00fcr die Welt der Drucker. | "
      })
  void wordsOfPagesAreNoNames(String language, String text, String names) {
    assertThat(String.join(" ", tag(language, text))).isEqualTo(names == null ? "" : names.strip());
  }

  @Test
  void cityBehindAnArticleIsAWordInGerman() {
    assertThat(tag("de", "Sie wanderten in den Bergen, und in den Bergen lag Schnee.")).isEmpty();
  }

  @Test
  void lineOfCapitalsGivesOnlyWhatIsKnown() {
    assertThat(tag("es", "EL HURAC\u00c1N DEJA VEINTE MUERTOS EN M\u00c9XICO"))
        .containsExactly("L:M\u00c9XICO");
  }

  @Test
  void languageWithoutALexiconIsRefused() {
    assertThatThrownBy(() -> NameLexicon.of("fi"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fi");
  }

  private static List<String> tag(String language, String text) {
    return new LexicalTagger(NameLexicon.of(language), ENGLISH)
        .tag(TextAnalyzer.forLanguage(language).analyze(text)).stream()
            .map(n -> n.type().name().charAt(0) + ":" + text.substring(n.start(), n.end()))
            .toList();
  }
}
