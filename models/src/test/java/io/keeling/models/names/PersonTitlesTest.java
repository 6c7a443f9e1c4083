package io.keeling.models.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTitlesTest {

  private static final PersonTitles TITLES =
      new PersonTitles(Gazetteers.of("Maria\tF\nAlbay\tL\nU.S.\tL\nUS\tL\nNew York\tL\n"));

  @ParameterizedTest
  @CsvSource({
    "Lt. Gov. Dan Patrick, Dan Patrick",
    "Rep. Pat Fallon, Pat Fallon",
    "Cllr Anne Dale, Anne Dale",
    "Coun . Skylar Franke, Skylar Franke",
    "Archbishop Paul Ndlovu, Paul Ndlovu",
    "Former Vice President Al Gore, Al Gore",
    "Home Secretary Ida Holm, Ida Holm",
    "Secretary of State Ida Holm, Ida Holm",
    "Secretary - General Rebeca Grynspan, Rebeca Grynspan",
    "Tesla CEO Ida Holm, Ida Holm",
    "Pope Leo XIV, Leo XIV",
    "King Charles, Charles",
    "President - elect Ida Holm, Ida Holm",
  })
  void takesTitlesOff(String name, String person) {
    assertThat(cut(name)).containsExactly("PERSON " + person);
  }

  @ParameterizedTest
  @CsvSource({
    "Albay Governor Noel Rosal, Albay, Noel Rosal",
    "U.S. Rep. Pat Fallon, U.S., Pat Fallon",
    "New York Deputy Mayor Ann Lee, New York, Ann Lee",
    "Former U.S. Senator Ann Lee, U.S., Ann Lee",
    "US Sen Ann Lee, US, Ann Lee",
  })
  void keepsThePlaceOfAnOffice(String name, String place, String person) {
    assertThat(cut(name)).containsExactly("LOCATION " + place, "PERSON " + person);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Coun",
        "Coun.",
        "Prime Minister",
        "Home Secretary",
        "Lt. Gov.",
        "Vice - President"
      })
  void whatIsOnlyATitleIsNobody(String name) {
    assertThat(cut(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Martin Luther King Jr.",
        "Maria Mayor Zaragoza",
        "Stephen King",
        "Alexander Pope Smith",
        "King",
        "Amartya Sen",
        "Sen",
        "Hun Sen Manet",
        "Col Saunders",
        "Dean Smith",
        "Major Garrett",
        "Governor of Texas",
        "Ali Imam Khan"
      })
  void leavesNamesThatLookLikeTitles(String name) {
    assertThat(cut(name)).containsExactly("PERSON " + name);
  }

  @Test
  void keepsWhereANameStandsAndHowSureItIs() {
    String[] words = {"Then", "Gov.", "Ann", "Lee", "spoke"};
    List<FoundName> result = new ArrayList<>();
    TITLES.cut(new FoundName(3, 1, 4, EntityType.PERSON, 0.7), words, result);
    assertThat(result).containsExactly(new FoundName(3, 2, 4, EntityType.PERSON, 0.7));
  }

  private static List<String> cut(String name) {
    String[] words = name.split(" ");
    List<FoundName> result = new ArrayList<>();
    TITLES.cut(new FoundName(0, 0, words.length, EntityType.PERSON, 1), words, result);
    return result.stream()
        .map(
            n ->
                n.type() + " " + String.join(" ", Arrays.asList(words).subList(n.start(), n.end())))
        .toList();
  }
}
