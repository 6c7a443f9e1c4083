package io.keeling.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.NameType;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignsBetweenTest {

  @Test
  void rowOfNamesIsSeveral() {
    assertThat(apart("Anna \u2022 Berta Holt \u2022 Carla", NameType.PERSON))
        .containsExactly("Anna", "Berta Holt", "Carla");
  }

  @Test
  void agencyBeforeAPhotographerIsNoPartOfTheName() {
    assertThat(apart("REUTERS/Jane Doe", NameType.PERSON)).containsExactly("Jane Doe");
    assertThat(apart("Jane Doe - Product Team", NameType.PERSON)).containsExactly("Jane Doe");
  }

  @Test
  void otherNamesStayAsTheyAre() {
    assertThat(apart("AC/DC", NameType.PERSON)).containsExactly("AC/DC");
    assertThat(apart("AFL/CIO of Ohio", NameType.ORGANIZATION)).containsExactly("AFL/CIO of Ohio");
    assertThat(apart("Jean-Luc Doe", NameType.PERSON)).containsExactly("Jean-Luc Doe");
  }

  @Test
  void degreeBehindSomebodyIsNoState() {
    String text = "By Jane Doe, MD\nShe works in Bethesda, MD";
    LocatedName person = new LocatedName(3, 11, NameType.PERSON);
    LocatedName degree = new LocatedName(13, 15, NameType.LOCATION);
    LocatedName town = new LocatedName(29, 37, NameType.LOCATION);
    LocatedName state = new LocatedName(39, 41, NameType.LOCATION);
    List<LocatedName> names = List.of(person, degree, town, state);

    assertThat(names)
        .filteredOn(name -> Credentials.named(name, names, text))
        .containsExactly(degree);
  }

  private static List<String> apart(String name, NameType type) {
    String text = "By " + name + ".";
    return SignsBetween.apart(new LocatedName(3, 3 + name.length(), type), text).stream()
        .map(part -> text.substring(part.start(), part.end()))
        .toList();
  }
}
