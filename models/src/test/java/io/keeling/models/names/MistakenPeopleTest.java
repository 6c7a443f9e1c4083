package io.keeling.models.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.models.names.features.Gazetteer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakenPeopleTest {

  private static final Gazetteer GAZETTEER =
      Gazetteers.of("Croatia\tL\nEl Salvador\tL\nPeru\tL\nMarcelo\tF\nVictoria\tLF\n");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          O Coco_Gauff ; P Gauff                       | P Coco Gauff, P Gauff
          O Marcelo_Arévalo_of_El_Salvador             | P Marcelo Arévalo, L El Salvador
          P Marcelo_Arévalo of O El_Salvador           | P Marcelo Arévalo, L El Salvador
          O Ana_Kos_of_Croatia and P Ivo_Lah of L Peru | P Ana Kos, L Croatia, P Ivo Lah, L Peru
          """)
  void givesPeopleBack(String document, String mended) {
    assertThat(mend(document, 0.8)).isEqualTo(mended);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          O Maison_Beaulac ; O Beaulac                         | O Maison Beaulac, O Beaulac
          O Team_Beaulac ; P Beaulac                           | O Team Beaulac, P Beaulac
          O SDLP_Beaulac ; P Beaulac                           | O SDLP Beaulac, P Beaulac
          O Maison_de_Beaulac ; P Beaulac                      | O Maison de Beaulac, P Beaulac
          O Victoria_Hall_of_Peru and P Ivo_Lah of L Peru      | O Victoria Hall of Peru, P Ivo Lah, L Peru
          O Ana_Kos_of_Croatia                                 | O Ana Kos of Croatia
          O Marcelo_College_of_Croatia                         | O Marcelo College of Croatia
          O Marcelo_'s_of_Croatia                              | O Marcelo 's of Croatia
          P Lah of O Croatia                                   | P Lah, O Croatia
          """)
  void leavesOrganisations(String document, String same) {
    assertThat(mend(document, 0.8)).isEqualTo(same);
  }

  @Test
  void leavesWhatTheModelIsSureOf() {
    assertThat(mend("O Coco_Gauff ; P Gauff", 0.95)).isEqualTo("O Coco Gauff, P Gauff");
  }

  /** Mends a document of sentences; behind a letter for its type stands a name. */
  private static String mend(String document, double probability) {
    List<String[]> sentences = new ArrayList<>();
    List<FoundName> found = new ArrayList<>();
    for (String sentence : document.split(" ; ")) {
      List<String> words = new ArrayList<>();
      EntityType type = null;
      for (String word : sentence.split(" ")) {
        if (type != null) {
          List<String> name = List.of(word.split("_"));
          int end = words.size() + name.size();
          found.add(new FoundName(sentences.size(), words.size(), end, type, probability));
          words.addAll(name);
        }
        type = type != null ? null : type(word);
        if (type == null && !word.contains("_") && Character.isLowerCase(word.charAt(0))) {
          words.add(word);
        }
      }
      sentences.add(words.toArray(String[]::new));
    }
    return MistakenPeople.mend(sentences, found, GAZETTEER).stream()
        .map(n -> n.type().name().charAt(0) + " " + text(sentences.get(n.sentence()), n))
        .collect(Collectors.joining(", "));
  }

  private static @Nullable EntityType type(String letter) {
    return Arrays.stream(EntityType.values())
        .filter(t -> letter.equals(t.name().substring(0, 1)))
        .findFirst()
        .orElse(null);
  }

  private static String text(String[] words, FoundName name) {
    return DocumentNames.text(words, name.start(), name.end());
  }
}
