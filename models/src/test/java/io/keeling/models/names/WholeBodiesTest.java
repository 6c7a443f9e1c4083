package io.keeling.models.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.models.text.TextAnalyzer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeBodiesTest {

  private static final NameTagger TAGGER = new NameTagger(NameModel.load());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Lloyd's of London] insurers said storms cost them $5bn.",
        "[Lloyd’s of London] insurers said storms cost them $5bn.",
        "Police broke up a march of [Extinction Rebellion] which had begun at noon.",
        "This is new, said [New York Times] economic correspondent Anne Dale.",
        "The deal needs the [Committee on Foreign Investment in the United States] to agree.",
        "The [New York Times] reported so on Sunday.",
        "Monitors of the [Organization for Security and Cooperation in Europe] came.",
      })
  void findsBodiesWhole(String text) {
    assertThat(organisations(text)).contains(marked(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The [Committee on Climate Change] in the UK said so.",
        "The [International Organization for Migration] in the Philippines said so.",
        "The party won the [2014 European Parliament] election.",
      })
  void joinsNoOthers(String text) {
    assertThat(organisations(text)).allMatch(marked(text)::equals);
  }

  private static String marked(String text) {
    return text.substring(text.indexOf('[') + 1, text.indexOf(']'));
  }

  private static List<String> organisations(String marked) {
    String text = marked.replace("[", "").replace("]", "");
    return TAGGER.tag(TextAnalyzer.forLanguage("en").analyze(text)).stream()
        .filter(name -> name.type() == EntityType.ORGANIZATION)
        .map(name -> text.substring(name.start(), name.end()))
        .toList();
  }
}
