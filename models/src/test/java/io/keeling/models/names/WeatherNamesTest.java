package io.keeling.models.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.models.text.TextAnalyzer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeatherNamesTest {

  private static final NameTagger TAGGER = new NameTagger(NameModel.load());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "El Niño and a warmer sea made it worse.",
        "The return of El Niño could push the year to a record, forecasters said.",
        "El Niño’s return threatens the maize. La Niña may follow.",
        "El Nino is fading and La Nina will come. EL NIÑO IS BACK. Forecasters feared a super El Niño.",
        "Storm Ciarán killed 16 people. Storm Ciarán cost insurers a lot.",
        "Storm Babet brought floods. Babet was the second named storm of the season.",
        "Hurricane Ian flooded the coast. Ian killed 150 people.",
        "Hurricanes Helene and Milton battered the coast. Helene came first and Milton followed.",
        "Tropical Storm Debby came ashore. Debby stalled over the hills.",
        "The typhoon, named Haiyan, came ashore. After Haiyan, the city was rebuilt.",
        "HURRICANE MILTON NEARS THE COAST\\n\\nMilton was strong.",
      })
  void weatherIsNobody(String text) {
    assertThat(namesOf(text.replace("\\n", "\n"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PERSON       | Jeff Gordon            | Storm Gordon came. Mayor Jeff Gordon fled, and Gordon was glad.
          PERSON       | Gordon                 | Storm Gordon came. Mayor Jeff Gordon fled, and Gordon was glad.
          PERSON       | Nina Simone            | Nina Simone sang there before the hurricane.
          LOCATION     | Florence               | Hurricane Florence neared. The river at Florence, South Carolina, rose.
          ORGANIZATION | National Hurricane Center | The National Hurricane Center said Hurricane Ian was weaker.
          """)
  void leavesWhatIsNoWeather(EntityType type, String name, String text) {
    assertThat(namesOf(text)).contains(type + " " + name);
  }

  private static List<String> namesOf(String text) {
    return TAGGER.tag(TextAnalyzer.forLanguage("en").analyze(text)).stream()
        .map(name -> name.type() + " " + text.substring(name.start(), name.end()))
        .toList();
  }
}
