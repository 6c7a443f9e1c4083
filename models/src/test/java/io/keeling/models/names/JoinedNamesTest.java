package io.keeling.models.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.models.names.features.Gazetteer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedNamesTest {

  private static final Gazetteer GAZETTEER =
      Gazetteers.of(
          "Dallas\tL\nOntario\tL\nGhana\tL\nNigeria\tL\nHamburg\tL\nAmerica\tL\nOxford\tL\n"
              + "Victoria\tLF\n");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Dallas 's Energy Transfer                          | L Dallas, O Energy Transfer
          Ontario ’s Ministry of Natural Resources           | L Ontario, O Ministry of Natural Resources
          Victoria 's Court of Appeal                        | L Victoria, O Court of Appeal
          Ghana 's Ministry of Energy and Nigeria            | L Ghana, O Ministry of Energy, L Nigeria
          Max Planck Institute for Meteorology in Hamburg    | O Max Planck Institute for Meteorology, L Hamburg
          Charité University Hospital in Hamburg             | O Charité University Hospital, L Hamburg
          """)
  void takesApartByTheGazetteer(String name, String apart) {
    assertThat(apart(name)).containsExactlyElementsOf(List.of(apart.split(", ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Nez Perce and Earthjustice   | O Nez Perce, O Earthjustice | O Nez Perce, O Earthjustice
          Masdar of Hamburg            | O Masdar                    | O Masdar, L Hamburg
          Ruto 's Kenya Kwanza         | P Ruto                      | P Ruto, O Kenya Kwanza
          Lyra 's Ministry of Energy   | L Lyra                      | L Lyra, O Ministry of Energy
          """)
  void takesApartByTheDocument(String name, String known, String apart) {
    assertThat(apart(name, known)).containsExactlyElementsOf(List.of(apart.split(", ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bank of America",
        "University of Oxford",
        "American University in Hamburg",
        "Women in Ghana",
        "Victoria 's Secret",
        "Lloyd 's of Hamburg",
        "NASA 's Goddard Space Flight Center",
        "Marks and Spencer",
        "Department of Fish and Wildlife",
        "Church of Ghana and Nigeria",
        "Department of Housing and Urban Development",
        "Committee for Peace in Ghana"
      })
  void leavesWhatIsOneName(String name) {
    assertThat(apart(name)).containsExactly("O " + name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Department of Fish and Wildlife     | O Wildlife
          NASA 's Goddard Space Flight Center | O NASA
          University of Hamburg               | O University
          Social Democratic and Labour Party  | O Labour Party
          Ralph 's Market                     | P Ralph
          """)
  void leavesWhatIsOneNameThoughAPartOfItIsKnown(String name, String known) {
    assertThat(apart(name, known)).containsExactly("O " + name);
  }

  private static List<String> apart(String name) {
    return apart(name, "O Other");
  }

  private static List<String> apart(String name, String known) {
    List<String[]> sentences = new ArrayList<>();
    List<FoundName> found = new ArrayList<>();
    for (String one : ("O " + name + ", " + known).split(", ")) {
      String[] words = one.substring(2).split(" ");
      found.add(new FoundName(sentences.size(), 0, words.length, type(one.charAt(0)), 1));
      sentences.add(words);
    }
    return JoinedNames.apart(sentences, found, GAZETTEER).stream()
        .filter(n -> n.sentence() == 0)
        .map(n -> n.type().name().charAt(0) + " " + text(sentences.get(0), n))
        .toList();
  }

  private static EntityType type(char first) {
    return Arrays.stream(EntityType.values())
        .filter(t -> t.name().charAt(0) == first)
        .findFirst()
        .orElseThrow();
  }

  private static String text(String[] words, FoundName name) {
    return String.join(" ", Arrays.asList(words).subList(name.start(), name.end()));
  }
}
