package io.keeling.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.enriched.NameType;
import io.keeling.enrich.places.Geographer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedPlacesTest {

  private static final Geographer PLACES = new Geographer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Moist air from the [Amazon] met a cold front.",
        "Egypt fears that the [Nile] will run low.",
        "Ships crossed the [Atlantic].",
        "Barges sank in the [Seine].",
      })
  void bodiesBehindTheArticleAreLandscapes(String marked) {
    assertThat(typeOf(marked, NameType.ORGANIZATION)).isEqualTo(NameType.LOCATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A judge sided with the [Amazon] union.",
        "She left her job at [Amazon].",
        "In an article in the [Atlantic] she asked why.",
        "It was reported by the [Guardian].",
      })
  void otherBodiesAreLeft(String marked) {
    assertThat(typeOf(marked, NameType.ORGANIZATION)).isEqualTo(NameType.ORGANIZATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Crews from [Bonham] fought the fire.",
        "In [Windsor], rain fell.",
        "Rain fell in [Lincoln]."
      })
  void peopleOfOneWordBehindAPrepositionAreTowns(String marked) {
    assertThat(typeOf(marked, NameType.PERSON)).isEqualTo(NameType.LOCATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A letter from [Bonham] came.",
        "Letters from [Churchill] were found.",
        "Crews with [Bonham] came.",
        "He played the blind man in [Beckett]'s last work.",
        "One last piece came from [Lincoln].",
        "In [Windsor] they trust. They have known Windsor for long.",
        "Votes came in from [Zzyxq].",
      })
  void otherPeopleAreLeft(String marked) {
    assertThat(typeOf(marked, NameType.PERSON)).isEqualTo(NameType.PERSON);
  }

  /** What the name in brackets is mended to, beside every other mention of it. */
  private static NameType typeOf(String marked, NameType found) {
    int start = marked.indexOf('[');
    int end = marked.indexOf(']') - 1;
    String text = marked.replaceAll("[\\[\\]]", "");
    LocatedName name = new LocatedName(start, end, found);
    int again = text.indexOf(text.substring(start, end), end);
    List<LocatedName> names =
        again < 0
            ? List.of(name)
            : List.of(name, new LocatedName(again, again + end - start, found));
    return new ListedPlaces(text, names, PLACES, "Lincoln"::equals).mended(name).type();
  }
}
