package io.keeling.models.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.models.names.features.Gazetteer;
import io.keeling.models.text.TextAnalyzer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPossessivesTest {

  private static final Gazetteer GAZETTEER = Gazetteers.of("St. Louis\tL\n");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          noise at St Andrew 's , where they won      | St Andrew | LOCATION     | LOCATION
          the altar of St Michael 's before noon      | St Michael | PERSON      | LOCATION
          they walked to St. Mary ’s                  | St. Mary   | LOCATION    | LOCATION
          a report by Moody 's said that it would     | Moody      | ORGANIZATION | ORGANIZATION
          cut by Moody 's . Of Moody 's , it is       | Moody      | ORGANIZATION | ORGANIZATION
          """)
  void keepsAPossessiveThatIsPartOfTheName(
      String text, String name, EntityType found, EntityType kept) {
    assertThat(names(text, name, found))
        .isNotEmpty()
        .allMatch(n -> n.equals(kept + " " + name + " 's") || n.equals(kept + " " + name + " ’s"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the mayor of St. Louis 's said              | St. Louis | LOCATION
          noise at St Mirren 's old ground            | St Mirren | ORGANIZATION
          to St Mirren 's , but St Mirren lost        | St Mirren | ORGANIZATION
          profits beside Shell 's .                   | Shell     | ORGANIZATION
          profits beside Shell 's , Shell said        | Shell     | ORGANIZATION
          Shell 's said to be in talks                | Shell     | ORGANIZATION
          Shell 's profits , BP 's profits            | Shell     | ORGANIZATION
          more rain than Brazil 's was . To Brazil 's | Brazil    | LOCATION
          a friend of Kerry 's said . By Kerry 's     | Kerry     | PERSON
          """)
  void leavesThePossessiveOfAnOwner(String text, String name, EntityType type) {
    assertThat(names(text, name, type)).isNotEmpty().allMatch(n -> n.equals(type + " " + name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"St Andrew", "'s"})
  void withoutPossessivesNothingChanges(String text) {
    String[] words = text.split(" ");
    List<FoundName> found = List.of(new FoundName(0, 0, words.length, EntityType.ORGANIZATION, 1));
    assertThat(OwnPossessives.keep(List.<String[]>of(words), found, GAZETTEER)).isEqualTo(found);
  }

  @Test
  void possessiveThatAnotherNameBeginsWithIsLeft() {
    String[] words = "Moody 's said . Moody 's Investors Service met".split(" ");
    List<FoundName> found =
        List.of(
            new FoundName(0, 0, 1, EntityType.ORGANIZATION, 1),
            new FoundName(0, 4, 5, EntityType.ORGANIZATION, 1),
            new FoundName(0, 5, 8, EntityType.ORGANIZATION, 1));
    assertThat(OwnPossessives.keep(List.<String[]>of(words), found, GAZETTEER))
        .extracting(FoundName::end)
        .containsExactly(2, 5, 8);
  }

  @Test
  void theTaggerKeepsThem() {
    String text = "Bride Ann Lee, 29, fainted at the altar of St Michael's before the vows.";
    assertThat(
            new NameTagger(NameModel.load())
                .tag(TextAnalyzer.forLanguage("en").analyze(text)).stream()
                    .map(n -> n.type() + " " + text.substring(n.start(), n.end())))
        .contains("LOCATION St Michael's");
  }

  private static List<String> names(String text, String name, EntityType type) {
    String[] words = text.split(" ");
    List<String> of = List.of(name.split(" "));
    List<FoundName> found = new ArrayList<>();
    for (int i = 0; i + of.size() <= words.length; i++) {
      if (Arrays.asList(words).subList(i, i + of.size()).equals(of)) {
        found.add(new FoundName(0, i, i + of.size(), type, 1));
      }
    }
    return OwnPossessives.keep(List.<String[]>of(words), found, GAZETTEER).stream()
        .map(n -> n.type() + " " + String.join(" ", Arrays.copyOfRange(words, n.start(), n.end())))
        .toList();
  }
}
